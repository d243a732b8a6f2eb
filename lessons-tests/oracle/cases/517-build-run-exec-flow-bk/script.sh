printf 'FROM busybox\nRUN mkdir /data && echo init > /data/log\nWORKDIR /data\nENV MODE=prod\nLABEL app=web\nCMD ["sh", "-c", "echo up $MODE; trap \\"echo bye; exit 3\\" TERM; while :; do sleep 0.1; done"]\n' > Dockerfile; docker build -q -t web . > /dev/null
### run
docker run -d --name w1 -e MODE=dev web > /dev/null; docker exec w1 pwd; docker exec -e X=1 -w /tmp w1 sh -c 'echo $MODE $X; pwd > where'; docker exec w1 cat nosuch; echo "exit $?"
### cp and diff
echo from host > h; docker cp h w1:/data/; docker cp w1:/tmp/where - | tar xO; docker diff w1 | sort
### ps
docker ps --filter label=app=web --format '{{.Names}} {{.Image}} {{.Command}}'; docker ps --filter ancestor=web -q | wc -l
### stop
docker stop w1; docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' w1; docker logs w1; docker start w1 > /dev/null; docker exec w1 ls; docker rm w1; echo "exit $?"; docker rm -f w1
