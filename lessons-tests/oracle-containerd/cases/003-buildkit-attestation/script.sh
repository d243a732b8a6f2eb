docker build -q --provenance=mode=min -t app:1 . >../id
### list
docker images
docker images --tree
### inspect
docker image inspect app:1 | grep -v '"Size": '
docker image inspect --platform linux/amd64 app:1 | grep -v '"Size": '
### quiet-is-index
grep -c "$(docker images -q --no-trunc app:1)" ../id
### save
docker save -o ../a.tar app:1
tar tf ../a.tar | wc -l
tar xOf ../a.tar index.json
tar xOf ../a.tar manifest.json
### history
docker history app:1
docker history --platform linux/amd64 app:1
### run
docker run --rm app:1
### rmi
docker rmi app:1
