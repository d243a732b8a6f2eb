docker build -q -t t:1 . >/dev/null
sleep 2
### images
docker system df | sed 's/[0-9.]*MB/SIZE/g'
docker create --name cc t:1 >/dev/null
docker start -a cc
### used
docker system df | sed 's/[0-9.]*MB/SIZE/g'
docker system df -v | sed 's/[0-9.]*MB/SIZE/g'
docker system df --format '{{.Type}} {{.TotalCount}} {{.Active}}'
docker ps -a -s --format '{{.Names}} {{.Size}}'
