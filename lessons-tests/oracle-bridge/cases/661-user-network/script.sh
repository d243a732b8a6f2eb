### make
docker network create app | wc -c
docker network create other | wc -c
docker network inspect app other --format '{{.Name}} {{json .IPAM}} {{.Internal}} {{json .Options}}'
### names
docker run -d --name web --network app --network-alias www --network-alias site busybox httpd -f -h /etc >/dev/null
docker run -d --name one --network app --hostname first busybox sleep 1000 >/dev/null
docker run -d --name two --network other busybox sleep 1000 >/dev/null
docker exec one sh -c 'for name in web www site web.app one first; do ping -c 1 $name | head -n 1; done'
docker exec one wget -q -O - http://www/group
docker exec one ping -c 1 two
docker exec two ping -c 1 web
docker exec one sh -c 'grep -v -e ^# -e ^$ /etc/resolv.conf'
docker exec one cat /etc/hosts
### inspect
docker inspect web one --format '{{range $name, $n := .NetworkSettings.Networks}}{{$name}} {{$n.IPAddress}} {{$n.Gateway}} {{json $n.Aliases}}{{end}} [{{.NetworkSettings.IPAddress}}]'
docker inspect one --format '{{(index .NetworkSettings.Networks "app").DNSNames}}' | sed "s/$(docker inspect --format '{{slice .Id 0 12}}' one)/SHORT/"
docker network inspect app --format '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{println}}{{end}}' | sort
docker ps --format '{{.Names}} {{.Networks}}' | sort
docker ps --filter network=app --format '{{.Names}}' | sort
### unknown names
docker exec one nslookup nosuch
docker exec one wget -O - http://nosuch/
docker run --rm --network nosuch busybox true
### rename and stop
docker rename web shop
docker exec one sh -c 'ping -c 1 shop | head -n 1; ping -c 1 web'
docker stop -t 0 shop
docker exec one ping -c 1 shop
