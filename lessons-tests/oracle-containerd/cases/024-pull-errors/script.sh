docker build -q -t 127.0.0.1:5000/a:1 . >/dev/null
docker push -q 127.0.0.1:5000/a:1
### missing
docker pull 127.0.0.1:5000/a:2
docker pull 127.0.0.1:5000/nope
docker pull -q 127.0.0.1:5000/nope
docker run --rm 127.0.0.1:5000/nope
docker create --pull never 127.0.0.1:5000/nope
### push
docker push 127.0.0.1:5000/a:2
docker push 127.0.0.1:5000/zz
docker push -a 127.0.0.1:5000/zz
docker push 127.0.0.1:5000/a@$(docker images -q --no-trunc 127.0.0.1:5000/a:1)
docker push --platform linux/arm64 127.0.0.1:5000/a:1
