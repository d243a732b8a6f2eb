printf 'FROM busybox\nENTRYPOINT ["echo", "p"]\nCMD ["pc"]\n' > P; docker build -q -f P -t p . > /dev/null
printf 'FROM p\nCMD ["c1"]\n' > C1; printf 'FROM p\nENTRYPOINT echo shell\n' > C2; printf 'FROM p\nENTRYPOINT []\n' > C3; printf 'FROM p\nUSER nobody\n' > C4
### each
for i in 1 2 3 4; do docker build -q -f C$i -t c$i . > /dev/null; docker image inspect -f '{{json .Config.Entrypoint}} {{json .Config.Cmd}}' c$i; done
### run
docker run --rm c1; docker run --rm c1 arg; docker run --rm c2; docker run --rm c2 arg; docker run --rm c4
docker run --rm c3; echo "exit $?"
docker run --rm c3 echo direct
docker run --rm --entrypoint cat c1 /etc/hostname | wc -l
