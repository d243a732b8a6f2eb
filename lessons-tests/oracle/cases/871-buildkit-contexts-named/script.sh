mkdir extra main; echo extra > extra/f; echo main > main/f; printf 'FROM busybox AS base\nRUN echo base > /v\nFROM base\nCOPY f /main\nCOPY --from=extra f /extra\nRUN --mount=from=extra,target=/m cp /m/f /mounted\n' > main/Dockerfile
### directory
docker build -q -t t --build-context extra=extra main; docker run --rm t cat /v /main /extra /mounted
### a stage replaced by an image
printf 'FROM busybox\nRUN echo other > /v\n' | docker build -q -t other - > /dev/null; docker build -q -t t2 --build-context extra=extra --build-context base=docker-image://other main > /dev/null; docker run --rm t2 cat /v
### an image replaced
docker build -q -t t3 --build-context extra=extra --build-context busybox=docker-image://other main > /dev/null; docker run --rm t3 cat /v; docker run --rm t3 ls /main
### errors
docker build -q main > /dev/null 2>&1; echo "exit $?"; docker build -q --build-context extra=nodir main > /dev/null 2>&1; echo "exit $?"; docker build -q --build-context extra main > /dev/null 2>&1; echo "exit $?"; docker build -q --build-context =x main > /dev/null 2>&1; echo "exit $?"; docker build -q --build-context extra=docker-image://nosuch:x main > /dev/null 2>&1; echo "exit $?"
### changes in the other context
a=$(docker build -q --build-context extra=extra main); echo new > extra/f; b=$(docker build -q --build-context extra=extra main); test "$a" = "$b"; echo "same $?"
