R=127.0.0.1:5000; printf 'FROM busybox\nRUN echo v1 > /v\nENV A=1\n' | docker build -q -t $R/base:1 - > /dev/null; docker push -q $R/base:1 > /dev/null; docker rmi $R/base:1 > /dev/null
### from
printf "FROM $R/base:1\nRUN cat /v > /copy\n" > Dockerfile; docker build -q -t t . ; docker run --rm t cat /copy; docker images --format '{{.Repository}}' | sort
### moved tag: without and with --pull
printf 'FROM busybox\nRUN echo v2 > /v\n' | docker build -q -t tmp - > /dev/null; docker tag tmp $R/base:1; docker push -q $R/base:1 > /dev/null; printf 'FROM busybox\nRUN echo local > /v\n' | docker build -q -t $R/base:1 - > /dev/null; docker build -q -t t2 . > /dev/null; docker run --rm t2 cat /copy; docker build -q --pull -t t3 . > /dev/null; docker run --rm t3 cat /copy
### copy from
printf "FROM busybox\nCOPY --from=$R/base:1 /v /v\n" | docker build -q -t t4 - > /dev/null; docker run --rm t4 cat /v
### missing
printf "FROM $R/none\n" | docker build -q - > /dev/null 2>&1; echo "exit $?"
