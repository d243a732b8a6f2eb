docker build -q --provenance=mode=min -t 127.0.0.1:5000/a:1 . >/dev/null
### push
docker push 127.0.0.1:5000/a:1 | sed 's/^[0-9a-f]\{12\}:/ID:/' | sort
docker push 127.0.0.1:5000/a:1 | sed 's/^[0-9a-f]\{12\}:/ID:/' | sort
docker rmi 127.0.0.1:5000/a:1
docker builder prune -af >/dev/null
sleep 2
### pull
docker pull 127.0.0.1:5000/a:1
docker images --tree
docker save -o ../a.tar 127.0.0.1:5000/a:1
tar tf ../a.tar | wc -l
tar xOf ../a.tar manifest.json
### partial
docker tag 127.0.0.1:5000/a:1 127.0.0.1:5000/c:1
docker push 127.0.0.1:5000/c:1 | sed 's/^[0-9a-f]\{12\}:/ID:/' | sort
