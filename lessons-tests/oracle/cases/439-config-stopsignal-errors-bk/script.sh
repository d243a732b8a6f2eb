try() { printf 'FROM busybox\n%s\n' "$1" > D2; docker build -q -f D2 -t e . > /dev/null 2>&1; echo "$1: $?"; docker image inspect -f '{{.Config.StopSignal}}' e 2>/dev/null; docker rmi e > /dev/null 2>&1; }
### good and bad
try 'STOPSIGNAL 9'; try 'STOPSIGNAL KILL'; try 'STOPSIGNAL sigterm'; try 'STOPSIGNAL BOGUS'; try 'STOPSIGNAL 0'; try 'STOPSIGNAL 65'; try 'STOPSIGNAL -1'; try 'STOPSIGNAL SIGRTMIN+3'
### run flag
docker create --name sig1 --stop-signal USR1 busybox > /dev/null; docker inspect -f '{{.Config.StopSignal}}' sig1; docker rm sig1
docker create --stop-signal BOGUS busybox; echo "exit $?"
