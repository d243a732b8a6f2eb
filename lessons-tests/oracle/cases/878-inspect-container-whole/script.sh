docker create --name cc --label a=b -e X=1 -v vol:/v busybox echo hi > /dev/null
### keys
docker inspect cc | grep -oE '^ {8}"[A-Za-z]+"' | tr -d ' '; docker inspect -f '{{json .Config}}' cc | sed 's/"Hostname":"[^"]*"/H/'; docker inspect -f '{{json .State}}' cc; docker inspect -f '{{json .Mounts}}' cc; docker inspect -f '{{json .HostConfig}}' cc; docker inspect -f '{{.Path}} {{json .Args}} {{.Name}} {{.RestartCount}} {{.Driver}} {{.Platform}} {{json .ExecIDs}}' cc; docker inspect -f '{{json .NetworkSettings}}' cc
docker image inspect busybox | grep -oE '^ {8}"[A-Za-z]+"' | tr -d ' '; docker volume inspect vol | grep -oE '^ {8}"[A-Za-z]+"' | tr -d ' '; docker network inspect none | grep -oE '^ {8}"[A-Za-z]+"' | tr -d ' '
