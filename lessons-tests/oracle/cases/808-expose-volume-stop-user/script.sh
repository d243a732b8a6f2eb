cat > Dockerfile <<'EOD'
FROM busybox
ENV P=80 R=90-92 D=/data S=TERM U=app
EXPOSE $P $P/udp ${R}/tcp 443/TCP 53/Udp "81"
VOLUME $D "/q d" /a/../b /trail/
VOLUME ["$D/json", "/j2"]
STOPSIGNAL SIG$S
USER $U:${U}g
EOD
### build
docker build -q -t t . ; echo "exit $?"; docker image inspect -f '{{json .Config}}' t
### bad ports
e() { printf "FROM busybox\n$1\n" > Dockerfile; docker build -q . > ../out 2>../err; echo "$1: exit $?"; }
for p in '' 0 65535 65536 -1 80/xyz 80/sctp 8080:80 127.0.0.1:80:80 80-79 a 80/ '80 80' 1-3/udp '$NOPE' '[80]'; do e "EXPOSE $p"; done
### volume
for v in '' '[]' '[""]' 'rel' '$NOPE' '/' '[bad' '/x /x'; do e "VOLUME $v"; done
### stopsignal
for s in '' 9 SIGKILL kill sigterm 0 64 65 RTMIN SIGRTMIN+3 RTMAX-1 NOPE '15 9' '$NOPE'; do e "STOPSIGNAL $s"; done
### user
for u in '' root 0 ghost 0:0 'a b' ':x' '$NOPE'; do e "USER $u"; done
