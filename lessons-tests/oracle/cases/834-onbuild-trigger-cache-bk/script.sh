printf 'FROM busybox\nONBUILD COPY src /src\nONBUILD RUN cat /src/* > /all\n' > P; docker build -q -t p -f P . > /dev/null; mkdir src; echo 1 > src/1
printf 'FROM p AS b\nRUN echo own >> /all\nFROM busybox\nCOPY --from=b /all /all\n' > Dockerfile
### builds
docker build -q -t t .; docker run --rm t cat /all; a=$(docker build -q .); b=$(docker build -q .); test "$a" = "$b" && echo same; echo 2 > src/2; docker build -q -t t . > /dev/null; docker run --rm t cat /all
### parent changes
printf 'FROM busybox\nONBUILD RUN echo new > /all\n' > P; docker build -q -t p -f P . > /dev/null; docker build -q -t t . > /dev/null; docker run --rm t cat /all
### two ONBUILD parents in one file
printf 'FROM p AS x\nFROM p AS y\nRUN cat /all > /y\nFROM busybox\nCOPY --from=x /all /x\nCOPY --from=y /y /y\n' > D; docker build -q -t u -f D . > /dev/null; docker run --rm u cat /x /y
