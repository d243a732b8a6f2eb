mkdir s; echo 1 > s/1; tar -C s --owner=9 --group=9 --numeric-owner -czf a.tgz 1; mkdir d; cp a.tgz d/
cat > Dockerfile <<'XX'
FROM busybox
ADD a.tgz /x/
ADD --chown=3:4 a.tgz /y/
ADD a.tgz /z/
XX
### build
docker build -q -t t . && docker run --rm t sh -c 'stat -c "%n %u:%g" /x/1 /y /y/1 /z/1'
### unpack flag
printf 'FROM busybox\nADD --unpack=false a.tgz /x/\nRUN ls /x > /l\n' > E; docker build -q -t e -f E . > /dev/null 2>&1; echo "exit $?"; docker run --rm e cat /l
### bad
for a in '--checksum=sha256:1 a.tgz /x' 'http://127.0.0.1:9/x /x' '--keep-git-dir=maybe a.tgz /x' '--from=x a /b'; do printf "FROM busybox\nADD $a\n" > E; docker build -q -f E . > /dev/null 2>&1; echo "$?"; done
