try() { printf 'FROM busybox\nEXPOSE %s\n' "$1" > D2; docker build -q -f D2 -t e . > /dev/null 2>&1; echo "$1: $?"; }
printf 'FROM busybox\nENV P=9000\nEXPOSE 80/TCP 7000-7002 $P/udp 80 8080/sctp\nEXPOSE 80 443\n' > Dockerfile
### build
docker build -q -t t .
docker image inspect -f '{{json .Config.ExposedPorts}}' t
docker history --format '{{.CreatedBy}}' t
### mistakes
try abc; try 80/foo; try 99999; try 10-5; try 127.0.0.1:80:80; try 8080:80; try '$NONE'; try 80/
