printf 'FROM busybox\nLABEL keep=1\nRUN echo 1 > /1\n' > A; printf 'FROM busybox\nLABEL drop=1\nRUN echo 2 > /2\n' > B; docker build -q -f A . > /dev/null; docker build -q -f B . > /dev/null; docker build -q -f A -t named . > /dev/null
### by label
docker image prune -f --filter label=keep=1 | tail -n 1; docker image prune -f --filter 'label!=drop' | tail -n 1; docker images -f dangling=true -q | wc -l
docker image prune -f --filter label=drop | grep -c '^deleted'; docker images -f dangling=true -q | wc -l
### until
docker image prune -af --filter until=24h | tail -n 1
### bad
docker image prune -f --filter x=1; echo "exit $?"
### all
docker image prune -af | grep -c untagged; docker images -q | wc -l
