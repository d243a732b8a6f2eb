printf 'FROM busybox\nRUN echo 1 > /1\nRUN echo 2 > /2\n' > Dockerfile; docker build -q -t app:1 . > /dev/null; docker tag app:1 app:2; docker tag app:1 other/app:x
### table
docker images --format 'table {{.Repository}}\t{{.Tag}}' | sort
### fields
docker images --format '{{.Repository}}:{{.Tag}} {{.Digest}} {{.CreatedSince}}' | sort
### by name
docker images app --format '{{.Tag}}' | sort; docker images app:2 --format '{{.Tag}}'; docker images 'other/*' --format '{{.Repository}}'; docker images nosuch | wc -l
### quiet
docker images -q | sort -u | wc -l; docker images -q --no-trunc app:1 | cut -c1-7
### all
docker images -a | wc -l
### digests
docker images --digests app:1 | head -n 1 | tr -s ' '
docker images --digests --format '{{.Digest}}' app:1
### bad ones
docker images --filter bogus=1; echo "exit $?"
docker images --filter dangling=maybe; echo "exit $?"
docker images --format '{{.Nope}}'; echo "exit $?"
docker images a b; echo "exit $?"
docker images --filter since=nosuch; echo "exit $?"
docker images 'a:b:c'; echo "exit $?"
