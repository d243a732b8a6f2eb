b() { printf "FROM $1\nRUN echo $2 > /$2\n" > Dockerfile; docker build -q -t "$3" . > /dev/null; }
b busybox 1 one; b one 2 two; docker tag one one:b; docker create --name st one > /dev/null; docker run -d --name ru two sleep 1000 > /dev/null
### tagged twice
docker rmi one:b | sed 's/sha256:[0-9a-f]*/ID/'; docker rmi one 2>&1 | sed 's/[0-9a-f]\{12,64\}/ID/g'; echo "exit $?"
### by id
id=$(docker images -q two); docker rmi $id 2>&1 | sed 's/[0-9a-f]\{12,64\}/ID/g'; docker rmi -f $id 2>&1 | sed 's/[0-9a-f]\{12,64\}/ID/g'; docker rmi -f two | sed 's/[0-9a-f]\{12,64\}/ID/g'; docker ps --format '{{.Names}} {{.Status}}' | cut -d' ' -f1,2
### force of a stopped one's
docker rmi -f one | sed 's/[0-9a-f]\{12,64\}/ID/g' | sort | uniq -c 2>/dev/null | tr -s ' '; docker ps -a --filter name=st --format '{{.Image}}' | wc -c; docker start st; docker wait st
### no such
docker rmi nosuch; echo "exit $?"; docker rmi -f nosuch; echo "exit $?"; docker rmi BAD; echo "exit $?"; docker rmi; echo "exit $?"; docker rmi busybox nosuch 2>&1 | tail -n 1; docker rmi sha256:00; echo "exit $?"
docker rm -f ru st > /dev/null; docker images -q | wc -l
