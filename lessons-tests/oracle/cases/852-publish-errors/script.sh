t() { docker create "$@" busybox > ../id; r=$?; test $r = 0 && docker inspect -f '{{json .Config.ExposedPorts}} {{json .HostConfig.PortBindings}}' $(cat ../id); echo "exit $r"; }
### fine
t -p 80; t -p 8080:80; t -p 127.0.0.1:8080:80; t -p 127.0.0.1::80; t -p 8080:80/udp; t -p 8000-8002:80-82; t -p 8000-8001:80; t -p '[::1]:80:80'; t --expose 90; t --expose 90-92/udp -p 90; t -P; t -p 80 -p 81:80; t -p 0:80
### bad
t -p x; t -p 80:; t -p :80; t -p 1:2:3:4; t -p 70000:80; t -p 80:70000; t -p 80/xyz; t -p 8000-8002:80-81; t -p 300.1.1.1:1:2; t -p ''; t --expose x; t --expose 90:90; t --expose ''; t --expose 92-90; t -p 80:80/TCP; t -p localhost:80:80
