docker build -q -t t:1 . > ../a
docker build -q -t t:2 . > ../b
### same
cmp ../a ../b && echo same
docker images -q | sort -u | wc -l
docker rmi t:1
docker rmi t:2
docker build -q -t t:3 . | cmp - ../a && echo again
