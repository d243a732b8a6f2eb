docker run -d --name he --network none --health-cmd 'test -e /ok' --health-interval 1s --health-retries 1 --health-timeout 400ms busybox sleep 300 >/dev/null
s=$(docker inspect -f '{{.Created}}' he)
sleep 1.4
docker exec he touch /ok
sleep 0.9
docker pause he
sleep 1
docker unpause he
sleep 1.4
docker stop -t 0 he
docker rm he
sleep 1.1
docker events --since "$s" --until 0s --filter container=he --format '{{.Action}} {{.Actor.Attributes.exitCode}}'
### slow
docker run -d --name hs --network none --health-cmd 'sleep 20' --health-interval 500ms --health-retries 1 --health-timeout 300ms busybox sleep 300 >/dev/null
s=$(docker inspect -f '{{.Created}}' hs)
sleep 1.1
docker rm -f hs
sleep 1.1
docker events --since "$s" --until 0s --filter container=hs --format '{{.Action}} {{.Actor.Attributes.exitCode}}' | head -n 4 | sort
