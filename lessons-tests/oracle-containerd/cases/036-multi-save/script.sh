docker load -q -i multi.tar
### whole
docker save multi:1 -o ../m.tar
tar tf ../m.tar | wc -l
tar xOf ../m.tar index.json
tar xOf ../m.tar manifest.json
### one
docker save --platform linux/arm64 multi:1 -o ../m.tar
tar tf ../m.tar | wc -l
tar xOf ../m.tar index.json
tar xOf ../m.tar manifest.json
docker save --platform linux/riscv64 multi:1 -o ../x.tar
### back
docker rmi multi:1
docker load -i ../m.tar
docker image inspect -f '{{.Architecture}}' multi:1
docker images --tree multi
