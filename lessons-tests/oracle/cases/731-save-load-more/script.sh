b() { printf 'FROM busybox\nRUN echo %s > /f\nCMD ["cat", "/f"]\n' "$1" > Dockerfile; docker build -q -t "$2" . > /dev/null; }
b 1 img:1; b 2 img:2; docker tag img:1 other/name:x; id=$(docker image inspect -f '{{.Id}}' img:1)
### several
docker save -o s.tar img:1 img:2 other/name:x; docker save img > repo.tar; docker rmi -f img:1 img:2 other/name:x > /dev/null; docker load -i s.tar | sort; docker images --format '{{.Repository}}:{{.Tag}}' | sort; docker run --rm img:2
### whole repository
docker rmi img:1 img:2 > /dev/null; docker load < repo.tar | sort
### by id
docker save -o id.tar $id; docker rmi -f $id > /dev/null; docker load -i id.tar; docker images --format '{{.Repository}}:{{.Tag}}' | sort; docker load -q -i id.tar
### load moves a tag
docker rmi -f $id > /dev/null; docker load -qi s.tar > /dev/null; b 3 img:1; docker load -i s.tar | grep -c 'renaming the old one'; docker images -q -f dangling=true | wc -l
### errors
docker save -o x.tar img:1 nosuch; echo "exit $?"; test -e x.tar; echo "exit $?"; docker load -i id.tar extra; echo "exit $?"; docker load < /dev/null > /dev/null 2>&1; echo "exit $?"; : > empty; docker load -i empty > /dev/null 2>&1; echo "exit $?"; docker save --platform linux/arm64 img:1 -o p.tar > /dev/null 2>&1; echo "exit $?"
head -c 3000 s.tar > trunc; docker load -i trunc > /dev/null 2>&1; echo "exit $?"
