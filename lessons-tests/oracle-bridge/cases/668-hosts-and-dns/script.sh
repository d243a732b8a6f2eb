### hosts
docker run --rm --hostname foo.bar.com busybox sh -c 'tail -n 1 /etc/hosts; hostname; hostname -i; hostname -f; hostname -d'
docker run --rm --hostname foo --domainname bar.com busybox sh -c 'tail -n 1 /etc/hosts; hostname; hostname -f'
docker run --rm --hostname me --add-host a:1.2.3.4 --add-host b=5.6.7.8 --add-host host.docker.internal:host-gateway busybox tail -n 4 /etc/hosts
docker run --rm --network none --add-host a:1.2.3.4 busybox tail -n 2 /etc/hosts
docker run --rm --network host --add-host a:1.2.3.4 busybox tail -n 2 /etc/hosts
docker run --rm --add-host a:1.2.3.4 busybox ping -c 1 -w 1 a
### dns
docker network create na >/dev/null
docker run --rm --dns 8.8.8.8 busybox cat /etc/resolv.conf
docker run --rm --dns 8.8.8.8 --dns 1.1.1.1 --dns-search foo.bar --dns-option timeout:3 busybox cat /etc/resolv.conf
docker run --rm --dns 8.8.8.8 --network na busybox cat /etc/resolv.conf
docker run --rm --dns 8.8.8.8 --dns-search foo.bar --dns-option ndots:2 --network na busybox cat /etc/resolv.conf
docker run --rm --dns 8.8.8.8 --network none busybox cat /etc/resolv.conf
