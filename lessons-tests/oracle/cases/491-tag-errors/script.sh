id=$(docker image inspect -f '{{.Id}}' busybox)
### bad
docker tag busybox UP; echo "exit $?"
docker tag busybox 'a b'; echo "exit $?"
docker tag busybox a:; echo "exit $?"
docker tag busybox ''; echo "exit $?"
docker tag nosuch x; echo "exit $?"
docker tag busybox; echo "exit $?"
docker tag busybox -x; echo "exit $?"
docker tag busybox a@$id; echo "exit $?"
docker tag busybox 1234567890123456789012345678901234567890123456789012345678901234; echo "exit $?"
### by id
docker tag $id byid; docker tag ${id#sha256:} byid2; docker images --format '{{.Repository}}' | sort | tr '\n' ' '
### over
printf 'FROM busybox\nLABEL a=1\n' | docker build -q -t byid - > /dev/null; docker tag busybox byid; docker images -f dangling=true -q | wc -l
