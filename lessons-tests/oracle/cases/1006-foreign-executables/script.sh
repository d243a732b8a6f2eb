printf "\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\267\0\1\0\0\0" > foreign; head -c 200 /dev/zero >> foreign; chmod +x foreign
printf "FROM busybox\nCOPY foreign /bin/foreign\nCMD [\"/bin/foreign\"]\n" > Dockerfile
docker build -q -t fo . > /dev/null
docker run --rm fo; echo $?
docker run --name f fo; docker inspect -f "{{.State.ExitCode}} {{.State.Status}}" f
docker start -a f; echo $?
### build
printf "FROM busybox\nCOPY foreign /bin/foreign\nRUN [\"/bin/foreign\"]\n" > Dockerfile
docker build -q . 2>&1 | grep -o "exec /bin/foreign.*\|returned a non-zero code.*\|exit code: 255" | sort -u
printf "FROM busybox\nCOPY foreign /bin/sh\nRUN echo hi\n" > Dockerfile
docker build -q . 2>&1 | grep -o "exec /bin/sh.*\|returned a non-zero code.*\|exit code: 255" | sort -u
### platforms
c=$(docker create busybox); docker export $c | docker import --platform linux/arm64 -c "CMD [\"sh\"]" - a64 > /dev/null
docker run --rm --platform linux/arm64 a64 echo hi
docker image inspect -f "{{.Architecture}}" a64
docker tag a64 a64:2; docker save a64 | tar xO manifest.json | grep -c Config
printf "FROM a64\nRUN echo x > /x\n" > Dockerfile; docker build -q -t b64 . > /dev/null 2>&1; echo $?
docker build -q --platform linux/amd64 -t c64 . > /dev/null 2>&1; echo $?
