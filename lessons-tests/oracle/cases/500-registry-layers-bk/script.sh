r=127.0.0.1:5000; printf 'FROM busybox\nRUN echo 1 > /1\nRUN echo 2 > /2\n' > Dockerfile; docker build -q -t $r/x:1 . > /dev/null; docker tag $r/x:1 $r/x:2; docker tag $r/x:1 $r/y/z:1
### first
docker push $r/x:1 | grep -c Pushed
### other tag
docker push $r/x:2 | grep -c exists
### other repository
docker push $r/y/z:1 | grep -c Mounted
### quiet
docker push -q $r/x:1; docker pull -q $r/x:1
### not there
docker tag busybox 127.0.0.1:5001/x; docker push 127.0.0.1:5001/x > /dev/null; echo "exit $?"
docker pull 127.0.0.1:5001/x; echo "exit $?"
