printf 'FROM busybox\nENV A=1\nVOLUME /v\nWORKDIR /w\nCMD ["cat", "f"]\n' > Dockerfile; docker build -q -t t . > /dev/null
### commit
docker run --name c1 -e B=2 t sh -c 'echo new > f; echo x > /v/x; rm /etc/group' ; docker commit -a Me -m msg c1 m | cut -c1-7
docker image inspect -f '{{.Author}} {{.Comment}} {{json .Config.Cmd}} {{.Config.Env}}' m
docker run --rm m cat f; docker run --rm m ls /v
### from it
printf 'FROM m\nRUN cat f > g\nCMD ["cat", "g"]\n' | docker build -q -t n - > /dev/null; docker run --rm n
docker history --format '{{.CreatedBy}}|{{.Comment}}|{{.Size}}' n
### changes
docker commit -c 'CMD ["true"]' -c 'LABEL a=b' -c 'ENV A=2 C=3' -c 'USER 5' c1 o > /dev/null; docker image inspect -f '{{json .Config.Cmd}} {{.Config.Env}} {{.Config.User}} {{json .Config.Labels}}' o
### errors
docker commit nosuch x; echo "exit $?"; docker commit c1 UP; echo "exit $?"; docker commit -c 'RUN x' c1; echo "exit $?"; docker commit -c 'EXPOSE x' c1; echo "exit $?"
