### hosts
docker run --rm --add-host db:10.0.0.5 --add-host web=10.0.0.6 --add-host six:::1 -h me busybox sh -c 'grep -v "me$" /etc/hosts'
### dns
docker run --rm --dns 9.9.9.9 --dns 8.8.8.8 --dns-search a.b --dns-search c.d --dns-option ndots:3 --dns-option rotate busybox grep -v '^#' /etc/resolv.conf
docker run --rm --dns-search . --dns 9.9.9.9 busybox grep -v '^#' /etc/resolv.conf
### errors
for a in bad a: a:b :1.2.3.4 a=999.1.1.1 host:host-gateway; do docker create --add-host $a busybox > /dev/null; echo "exit $?"; done
for a in bad 1.2.3 ''; do docker create --dns "$a" busybox > /dev/null; echo "exit $?"; done
docker create --dns-search 'a b' busybox > /dev/null; echo "exit $?"; docker create --mac-address xx busybox > /dev/null; echo "exit $?"
### files
docker run --rm busybox sh -c 'mount | grep -E "hosts|resolv|hostname" | cut -d" " -f3 | sort; stat -c "%a %u %n" /etc/hosts /etc/resolv.conf /etc/hostname'
docker run --rm --network none busybox cat /etc/hosts; docker run --rm -h x --network none busybox cat /etc/hosts
