### fixed
docker network create --subnet 10.9.0.0/24 net >/dev/null
docker network create auto >/dev/null
docker run -d --name a1 --network net busybox sleep 1000 >/dev/null
docker run -d --name a2 --network net --ip 10.9.0.3 busybox sleep 1000 >/dev/null
docker run -d --name a3 --network net busybox sleep 1000 >/dev/null
docker inspect a1 a2 a3 --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{json .IPAMConfig}} {{.Gateway}}{{end}}'
### refused
docker run --rm --network net --ip 10.9.0.3 busybox true
docker run --rm --network net --ip 10.9.0.1 busybox true
docker run --rm --network net --ip 10.10.0.3 busybox true
docker run --rm --network net --ip foo busybox true
docker run --rm --network auto --ip 172.18.0.9 busybox true
docker run --rm --ip 172.17.0.9 busybox true
docker run --rm --network host --ip 1.2.3.4 busybox true
docker run --rm --network-alias x busybox true
docker run --rm --network net --network net busybox true
docker run --rm --network net --network host busybox true
docker run --rm --network host --network net busybox true
### two networks at once
docker run --rm --network net --network auto busybox sh -c 'ip -o -4 addr | sed "s/.* inet/inet/; s/eth[01].*//" | sort; ip route | sed "s/eth[01]/eth/"'
docker run --rm --network name=net,ip=10.9.0.50,alias=q --network auto busybox sh -c 'ip -o -4 addr | sed "s/.* inet/inet/; s/eth[01].*//" | sort; ping -c 1 q | head -n 1'
docker run --rm --network auto --mac-address 02:42:ac:11:00:99 busybox sh -c 'ip link show eth0 | tail -n 1'
docker network connect --ip 10.9.0.77 net a1
docker network disconnect net a1
docker network connect --ip 10.9.0.77 net a1
docker inspect a1 --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{json .IPAMConfig}}{{end}}'
### given again
docker rm -f a2
docker run -d --name a4 --network net busybox sleep 1000 >/dev/null
docker inspect a4 --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}'
