printf 'FROM busybox\nRUN true\n' > Dockerfile
### secret
docker build --secret id=x . 2>&1 | grep -v '^$' | tail -n +4 | head -n 2; echo "exit $?"
### progress
docker build --progress=plain . > /dev/null 2>&1; echo "exit $?"
### output
docker build -o out . > /dev/null 2>&1; echo "exit $?"
### squash
docker build --squash . 2>&1 | tail -n 1
### platform
docker build -q --platform linux/amd64 . > /dev/null; echo "exit $?"
### memory and friends
docker build -q -m 100m --cpu-shares 5 --shm-size 64m --ulimit nofile=100 --add-host a:1.2.3.4 --network none . > /dev/null; echo "exit $?"
### bad network
docker build --network nosuch --no-cache . 2>&1 | tail -n 1
