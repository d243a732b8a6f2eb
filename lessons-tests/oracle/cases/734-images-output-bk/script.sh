b() { printf "FROM busybox\nRUN echo $1 > /$1\nLABEL v=$1\n" > Dockerfile; docker build -q -t "$2" . > /dev/null; }
b 1 app:1; b 2 app:2; b 3 web; b 4 app:1
### rows
docker images app --format '{{.Repository}} {{.Tag}} {{.Digest}} {{.CreatedSince}}' | sort; docker images app:2 -q | wc -l; docker images 'a*' --format '{{.Tag}}' | sort; docker images nosuch; docker images app:nosuch -q; docker images -q -f dangling=true | wc -l; docker images -q -f dangling=false | wc -l
docker images --digests app:2 | sed 's/  *[^ ]*$//' | tr -s ' ' | cut -d' ' -f1-3; docker images --no-trunc -q app:2 | cut -c1-7; docker images --format '{{.ID}}' --no-trunc web | cut -c1-7
### table
docker images --format 'table {{.Repository}}\t{{.Tag}}' | sort; docker images --format table web | tr -s ' ' | cut -d' ' -f1,2; docker images --format json web | sed 's/"ID":"[^"]*"/ID/;s/"CreatedAt":"[^"]*"/C/'
### formats
docker images --format '{{.Repository | upper}} {{len .Tag}} {{.SharedSize}} {{.UniqueSize}} {{.VirtualSize}} {{.Containers}}' web; docker images --format '{{json .}}' web | grep -c Repository; docker images --format '{{.Nope}}' web; echo "exit $?"; docker images --format '{{' web; echo "exit $?"; docker images --format 'x\ty' web; docker images --format '' web | wc -l
### errors
docker images a b; echo "exit $?"; docker images -f x; echo "exit $?"; docker images -f x=y; echo "exit $?"; docker images -f since=nosuch; echo "exit $?"; docker images -f dangling=maybe; echo "exit $?"; docker images -f dangling=1 -q | wc -l; docker images 'app['; echo "exit $?"; docker images UPPER; docker images -f until=24h -q | wc -l; docker images -f until=x; echo "exit $?"; docker images -f label; echo "exit $?"
docker image ls web -q | wc -l; docker image list -q web | wc -l; docker images app -f label=v=2 --format '{{.Tag}}'; docker images -f reference=web -f label=v=2 -q
