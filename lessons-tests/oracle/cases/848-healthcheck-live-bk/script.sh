printf 'FROM busybox\nHEALTHCHECK --interval=500ms --timeout=1s --retries=2 CMD test -f /ok && echo fine\nCMD ["sleep", "1000"]\n' | docker build -q -t h - > /dev/null
w() { i=0; while [ "$(docker inspect -f '{{.State.Health.Status}}' $1)" != $2 ] && [ $i -lt 300 ]; do docker exec $1 sleep 0.1; i=$((i+1)); done; docker inspect -f '{{.State.Health.Status}}' $1; }
### turns
docker run -d --name c1 h > /dev/null; docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' c1; w c1 unhealthy; docker exec c1 touch /ok; w c1 healthy; docker inspect -f '{{.State.Health.FailingStreak}} {{(index .State.Health.Log 0).ExitCode}}' c1; docker ps --format '{{.Status}}' | grep -o '(.*)'; docker ps -q -f health=healthy | wc -l; docker exec c1 rm /ok; w c1 unhealthy; docker inspect -f '{{.State.Status}}' c1
### off and overridden
docker run -d --name c2 --no-healthcheck h > /dev/null; docker inspect -f '{{.State.Health}}' c2; docker run -d --name c3 --health-cmd 'exit 0' --health-interval 300ms h > /dev/null; w c3 healthy; docker stop -t 0 c3 > /dev/null; docker inspect -f '{{.State.Health.Status}}' c3; docker ps -a -f name=c3 --format '{{.Status}}' | grep -c health
docker rm -f c1 c2 c3 > /dev/null
