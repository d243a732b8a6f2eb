w() { printf "FROM busybox\nWORKDIR /s/t\nWORKDIR $1\nRUN pwd > /o\nCOPY Dockerfile q\n" > Dockerfile; docker build -q -t t . > /dev/null 2>&1; echo "$1: $(docker image inspect -f '{{.Config.WorkingDir}}' t) $(docker run --rm t sh -c 'cat /o; pwd' | tr '\n' ' ')"; docker history --no-trunc --format '{{.CreatedBy}}' t | grep WORKDIR | head -n 1; }
### forms
for p in /a//b /a/../b /a/./b / // /. /.. /a/ /a// /a/b/.. x/ x//y ../z/ ./ '/a b/'; do w "$p"; done
### inherited
printf 'FROM busybox\nWORKDIR /z/\n' | docker build -q -t z - > /dev/null; printf 'FROM z\nRUN pwd > /o\nWORKDIR sub\n' | docker build -q -t y - > /dev/null; docker image inspect -f '{{.Config.WorkingDir}}' z y; docker run --rm y cat /o; docker create --name cc -w /q/ busybox > /dev/null; docker inspect -f '{{.Config.WorkingDir}}' cc; docker create --name dd z > /dev/null; docker inspect -f '{{.Config.WorkingDir}}' dd
