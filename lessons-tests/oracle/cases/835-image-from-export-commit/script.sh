### three ways
docker run --name w busybox true 2>/dev/null; docker run --name ww busybox sh -c 'mkdir /app && echo hi > /app/f && rm /etc/group'; docker commit ww c > /dev/null; printf 'FROM busybox\nRUN mkdir /app && echo hi > /app/f && rm /etc/group\n' | docker build -q -t d - > /dev/null; docker export ww | docker import - i > /dev/null
for x in c d i; do docker run --rm --entrypoint sh $x -c 'cat /app/f; ls /etc'; docker image inspect -f '{{len .RootFS.Layers}} {{json .Config.Cmd}}' $x; docker history --format '{{.CreatedBy}}|{{.Size}}|{{.Comment}}' $x | head -n 1; done
### on top
printf 'FROM i\nRUN echo more > /more\n' | docker build -q -t ii - > /dev/null 2>&1; echo "exit $?"; printf 'FROM i\nENV PATH=/bin\nCOPY --from=busybox /etc/group /etc/g2\n' | docker build -q -t iii - > /dev/null 2>&1; echo "exit $?"; docker image inspect -f '{{json .Config.Env}}' iii
