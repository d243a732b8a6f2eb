docker create --name cc -l a=b -e E=1 busybox sh -c 'echo x > /x; rm /etc/group' >/dev/null
docker start -a cc
### flags
docker commit --author 'Me <me@x>' --message 'a message' --change 'CMD ["cat","/x"]' -c 'ENV F=2' --pause=false cc c:1 | cut -c1-7
docker image inspect -f '{{.Author}}|{{.Comment}}|{{json .Config}}' c:1
docker history --format '{{.CreatedBy}}|{{.Comment}}|{{.Size}}' c:1
docker run --rm c:1
docker commit -p cc | cut -c1-7
docker commit cc c:2 | cut -c1-7
docker image inspect -f '{{json .Config.Labels}} {{json .Config.Env}}' c:2
### errors
docker commit
docker commit nope
docker commit cc 'Bad'
docker commit cc a b
docker commit cc sha256
docker commit -c 'RUN x' cc c:3
docker commit -c 'FOO x' cc c:3
docker commit cc c@sha256:0000000000000000000000000000000000000000000000000000000000000000
docker diff cc | sort
docker diff nope
docker diff
