printf 'FROM busybox\nRUN echo 1 > /1\n' > Dockerfile; docker build -q -t a . > /dev/null; docker tag a b; id=$(docker image inspect -f '{{.Id}}' a)
### by id with two names
docker rmi $id; echo "exit $?"
### one name
docker rmi b; echo "exit $?"
### in use
docker create --name c1 a true > /dev/null; docker rmi a; echo "exit $?"
docker rmi -f a; echo "exit $?"; docker rm c1
### running
docker run -d --name r1 busybox sleep 100 > /dev/null; docker rmi busybox; echo "exit $?"; docker rmi -f $(docker image inspect -f '{{.Id}}' busybox); echo "exit $?"; docker rm -f r1
### several, some missing
docker tag busybox x1; docker tag busybox x2; docker rmi x1 nosuch x2; echo "exit $?"
### missing
docker rmi nosuch:1; echo "exit $?"; docker rmi -f nosuch; echo "exit $?"; docker rmi; echo "exit $?"; docker rmi UP; echo "exit $?"
