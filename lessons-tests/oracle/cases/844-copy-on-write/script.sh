printf 'FROM busybox\nRUN head -c 100000 /dev/zero > /big && echo 1 > /small\n' | docker build -q -t t - > /dev/null
docker run -d --name aa t sleep 1000 > /dev/null; docker run -d --name bb t sleep 1000 > /dev/null
### apart
docker exec aa sh -c 'echo changed > /small; rm /big'; docker exec bb sh -c 'cat /small; wc -c < /big'; docker exec aa ls /small; docker diff aa | sort; docker diff bb
### sizes
docker ps -s --format '{{.Names}} {{.Size}}' | sort | cut -d' ' -f1,2; docker exec bb chmod 600 /big; docker ps -s -f name=bb --format '{{.Size}}' | cut -d' ' -f1; docker exec bb sh -c 'echo >> /big'; docker diff bb | sort
### commit
docker commit aa snap > /dev/null; docker run --rm snap sh -c 'cat /small; ls /big'; docker history --format '{{.Size}}' snap | head -n 1
### restart keeps, rm loses
docker restart -t 0 aa > /dev/null; docker exec aa cat /small; docker rm -f aa > /dev/null; docker run --name aa t cat /small; docker rm -f aa bb > /dev/null
