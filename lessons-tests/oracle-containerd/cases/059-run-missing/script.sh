### missing
docker run --rm --pull never nope:1 true
docker create --pull never nope
docker run --rm 'Bad' true
docker pull scratch
docker pull busybox:
docker pull -a busybox:latest
