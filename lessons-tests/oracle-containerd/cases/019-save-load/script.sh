docker build -q -t a:1 . >/dev/null
docker tag a:1 b:1
D=$(docker images -q --no-trunc a:1)
### save
docker save -o ../a.tar a:1 b:1
tar tvf ../a.tar | sed 's/[0-9a-f]\{64\}/HEX/' | tr -s ' ' | cut -d' ' -f1,2,4- | sort | uniq -c | tr -s ' '
tar xOf ../a.tar index.json
tar xOf ../a.tar manifest.json
tar xOf ../a.tar oci-layout
### load
docker rmi a:1 b:1
docker load -i ../a.tar
test "$D" = "$(docker images -q --no-trunc a:1)" && echo same
docker image inspect -f '{{json .Descriptor.Annotations}}' a:1
docker run --rm b:1
### again
docker rmi a:1 >/dev/null
docker load -q -i ../a.tar
### by-id
docker save -o ../id.tar $(docker images -q a:1)
tar xOf ../id.tar index.json
tar xOf ../id.tar manifest.json
docker rmi a:1 b:1 | grep -v dangling
docker load -i ../id.tar
docker images --format '{{.Repository}}:{{.Tag}}' | sort
