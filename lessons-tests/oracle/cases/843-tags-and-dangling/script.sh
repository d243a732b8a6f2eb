b() { printf 'FROM busybox\nRUN echo %s > /v\n' "$1" > Dockerfile; docker build -q -t app . > /dev/null; }
### rebuild three times
b 1; b 2; b 3; docker images -q -f dangling=true | wc -l; docker images --format '{{.Repository}}:{{.Tag}}' | sort; docker images -a -q | wc -l
### one in use
d=$(docker images -q -f dangling=true | head -n 1); docker create --name keep $d true > /dev/null; docker image prune -f | grep -c '^deleted'; docker images -q -f dangling=true | wc -l; docker rm keep > /dev/null; docker image prune -f | tail -n 1; docker images -q -f dangling=true | wc -l
### untag
docker tag app other; docker rmi app; docker images --format '{{.Repository}}'| sort; docker rmi other | grep -c Deleted; docker images -q | wc -l
### no-cache makes a twin
b 5; i1=$(docker images -q app); docker build -q --no-cache -t app . > /dev/null; test "$i1" = "$(docker images -q app)"; echo "same $?"; docker images -q -f dangling=true | wc -l; docker rmi $(docker images -q -f dangling=true) | grep -c Deleted
### prune -a keeps what containers use
docker tag busybox bb:1; docker create --name c1 app > /dev/null; docker image prune -a -f | grep -E '^untagged' | sort; docker images --format '{{.Repository}}:{{.Tag}}' | sort
