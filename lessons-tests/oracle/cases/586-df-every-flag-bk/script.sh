docker build -q -t d:1 . >/dev/null
docker tag d:1 d:2
docker create --name cc d:1 >/dev/null
docker start -a cc
docker volume create v1 >/dev/null
docker run --rm -v v1:/v busybox sh -c 'echo 12345 > /v/f'
### plain
docker system df | grep -v 'Build Cache'
docker system df --format '{{.Type}} {{.TotalCount}} {{.Active}} {{.Size}} {{.Reclaimable}}' | grep -v Build
docker system df --format 'table {{.Type}}\t{{.Size}}' | grep -v Build
docker system df --format '{{json .}}' | grep -v Build
docker system df --format json | grep -v Build
### verbose
docker system df -v | grep -v -e '^Build cache' -e '^[a-z0-9]\{12\}  *\(regular\|source\)'
docker system df -v --format '{{range .Images}}{{.Repository}} {{.Tag}} {{.Size}} {{.SharedSize}} {{.UniqueSize}} {{.Containers}};{{end}}'
docker system df -v --format '{{range .Volumes}}{{.Name}} {{.Size}} {{.Links}};{{end}}'
docker system df -v --format '{{range .Containers}}{{.Names}} {{.Size}} {{.LocalVolumes}};{{end}}'
### bad
docker system df --format '{{.Nope}}'
docker system df extra
docker system df -v --format '{{'
