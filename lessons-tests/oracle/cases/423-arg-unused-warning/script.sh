printf 'FROM busybox\nARG A\nRUN echo "$A" > /a\n' > Dockerfile
### unused ones
docker build -t t --build-arg A=1 --build-arg Z=2 --build-arg B=3 . 2>&1 | grep -i 'consumed\|not consumed'
### only before FROM
printf 'ARG A\nFROM busybox\nRUN echo "[$A]" > /a\n' > Dockerfile
docker build -q -t t --build-arg A=1 . > /dev/null && docker run --rm t cat /a
### without equals
export A=fromhost; printf 'FROM busybox\nARG A=dflt\nRUN echo "[$A]" > /a\n' > Dockerfile
docker build -q -t t --build-arg A . > /dev/null && docker run --rm t cat /a
docker build -q -t t --build-arg A= . > /dev/null && docker run --rm t cat /a
### bad
docker build -q --build-arg '=x' . > /dev/null 2>&1; echo "exit $?"
