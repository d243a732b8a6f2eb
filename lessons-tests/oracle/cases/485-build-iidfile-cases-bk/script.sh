printf 'FROM busybox\nRUN true\n' > Dockerfile; printf 'FROM busybox\nRUN false\n' > F
### good
docker build -q --iidfile id . > out; cut -c1-7 id; wc -c < id; test "$(cat id)" = "$(cat out)" && echo same
### not quiet
docker build --iidfile id2 . > /dev/null 2>&1; wc -c < id2
### failing
echo old > id; docker build -q --iidfile id -f F . > /dev/null 2>&1; echo "exit $?"; test -e id; echo "exit $?"
### missing directory
docker build -q --iidfile no/id . > /dev/null 2>&1; echo "exit $?"
