docker build -t t:1 . >/dev/null
### again
docker build -t t:2 .
docker images -q | sort -u | wc -l
docker rmi t:1 t:2
docker build -t t:3 . | grep -c 'Using cache'
