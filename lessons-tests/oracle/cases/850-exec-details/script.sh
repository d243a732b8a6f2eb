docker run -d --name cc -u nobody -e A=1 -w /tmp -h hh busybox sleep 1000 > /dev/null
### inherits
docker exec cc sh -c 'id -un; pwd; echo $A $HOSTNAME $HOME $PATH; echo $$ | grep -c 1'; docker exec -u 0 cc sh -c 'id -un; echo $HOME'; docker exec -u 1234 cc sh -c 'id; echo $HOME'; docker exec -w / -e HOME=/h cc sh -c 'pwd; echo $HOME'
### signals and codes
docker exec cc sh -c 'kill -9 $$'; echo "exit $?"; docker exec cc sh -c 'kill -TERM $$'; echo "exit $?"; docker exec cc false; echo "exit $?"; docker exec cc sh -c 'exit 300'; echo "exit $?"; docker exec cc test -d /etc; echo "exit $?"
### pipes
printf 'a\nb\n' | docker exec -i cc sh -c 'while read x; do echo "<$x>"; done'; docker exec cc cat /etc/passwd | wc -l; docker exec -i cc wc -c < /etc/hostname > /dev/null; echo "exit $?"; echo data | docker exec -i cc sh -c 'cat > /tmp/in'; docker exec cc cat /tmp/in; docker exec cc sh -c 'echo out; echo err >&2' 2>/dev/null
### processes
docker exec -d cc sleep 77; docker exec cc sh -c 'ps | grep -c "[s]leep 77"'; docker exec cc sh -c 'ls /proc | grep -c "^[0-9]"' > /dev/null; docker exec cc sh -c 'sleep 5 & echo $! > /dev/null; exit 0'; echo "exit $?"
docker rm -f cc > /dev/null
