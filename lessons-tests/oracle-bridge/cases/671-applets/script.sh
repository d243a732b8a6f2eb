### servers
docker network create na >/dev/null
docker run -d --name web --network na busybox sh -c 'mkdir /w; echo hello >/w/index.html; exec httpd -f -vv -h /w' >/dev/null
docker run -d --name cli --network na busybox sleep 1000 >/dev/null
sleep 0.5
docker exec cli wget -O - http://web/
docker exec cli wget -q -O - http://web/nope
docker exec cli sh -c 'wget -S -O - http://web/ 2>&1 | grep -v -e Date -e Modified -e ETag'
docker exec cli wget --spider http://web/
docker exec cli wget -q --spider http://web/nope
docker exec cli sh -c 'cd /tmp && wget http://web/ && wget http://web/; cat index.html'
docker exec cli wget -P /tmp/nodir http://web/
docker exec cli wget -O - http://web:81/
docker exec web sh -c 'netstat -tln | grep -v 127.0.0.11'
docker logs web 2>&1 | sed 's/:[0-9]*: /:PORT: /'
### nc
docker exec cli sh -c 'printf "GET / HTTP/1.0\r\n\r\n" | nc web 80 | head -n 1'
docker exec cli nc web 81
docker exec cli nc nosuch 81
docker exec cli telnet web 81
docker exec -d web nc -ll -p 90 -e cat
sleep 0.5
docker exec cli sh -c 'echo one | nc web 90; echo two | nc web 90'
docker exec -d web sh -c 'nc -l -p 91 >/got'
sleep 0.5
docker exec cli sh -c 'echo data | nc web 91'
sleep 0.5
docker exec web cat /got
### tables
docker exec cli route
docker exec cli sh -c 'ifconfig eth0 | sed "s/HWaddr ..:..:..:..:..:../HWaddr MAC/" | head -n 3'
docker exec cli ifconfig nosuch
docker exec cli ip addr show nosuch
docker exec cli ip route get 172.18.0.2
docker exec cli ping -c 1 nosuch
docker exec cli sh -c 'ping -c 2 web | sed "s/time=.*/time=T/; s/= [0-9.\/]* ms/= T/"'
docker exec cli sh -c 'ping -c 1 -W 1 172.18.0.99'
docker exec cli sh -c 'wget http://172.18.0.99/'
docker exec --user nobody cli wget -q -O - http://web/
