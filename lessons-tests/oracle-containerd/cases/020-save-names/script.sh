docker build -q -t r:1 . >/dev/null
docker tag r:1 r:2
### repository
docker save r > ../r.tar
tar xOf ../r.tar manifest.json
tar xOf ../r.tar index.json
### missing
docker save -o ../x.tar nope
docker save -o ../x.tar nope:1
docker save -o ../x.tar r:3
docker save -o ../x.tar r:1 nope:1
test -e ../x.tar || echo none
### platform
docker save --platform linux/arm64 -o ../x.tar r:1
docker save --platform linux/amd64 -o ../x.tar r:1
tar xOf ../x.tar index.json
