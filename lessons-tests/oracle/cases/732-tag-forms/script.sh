### fine
for r in new:tag localhost/x localhost:5000/x/y:1 a.b/c my-reg.io:443/a_b/c__d/e-f:T_1.2-x a/b/c/d/e x:latest; do docker tag busybox $r; echo "$r $?"; done; docker images --format '{{.Repository}}:{{.Tag}}' | sort
### bad
for r in a//b /a a/ -a a- a..b a___b a:b:c a:-x a:.x a@b ':x' 'localhost:5000' 'localhost:port/x' 'x:' 'A/b' 'Host/x' 'a.B/c' 'é'; do docker tag busybox "$r"; echo "$r $?"; done
l=$(printf '%0128d' 0); docker tag busybox x:$l; echo "exit $?"; docker tag busybox x:0$l; echo "exit $?"
### source forms
id=$(docker images -q busybox); docker tag $id by:short; docker tag busybox:latest by:name; docker tag library/busybox by:lib; docker tag by:short by:copy; docker tag nosuch y; echo "exit $?"; docker tag busybox:nosuch y; echo "exit $?"; docker tag "" y; echo "exit $?"; docker tag by x; echo "exit $?"; docker tag a b c; echo "exit $?"
docker image tag busybox alias:1 && docker images -q alias | wc -l
