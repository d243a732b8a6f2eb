mkdir -p d/sub; echo f > f; echo g > d/g; echo s > d/sub/s; ln -s f lnk; ln -s nowhere dang; docker create --name c1 busybox > /dev/null
x() { docker cp "$@"; echo "exit $?"; }
### file in
x f c1:/tmp; x f c1:/tmp/f2; x f c1:/tmp/; x f c1:tmp/rel; x f c1:/
### dir in
x d c1:/tmp; x d c1:/newd; x d/. c1:/tmp/dd; x d/. c1:/tmp/d; x d/ c1:/tmp/slash; x d c1:/newe/; x d c1:/no/where
### links in
x lnk c1:/tmp/lnk; x -L lnk c1:/tmp/lnk2; x dang c1:/tmp/dang; x -L dang c1:/tmp/dang2; x f c1:/tmp/dang
### out
x c1:/tmp/d out; ls -R out; x c1:/tmp/d/. out2; ls out2; x c1:/tmp/f .; x c1:/tmp/f o/; x c1:/tmp/f nodir/o; x c1:/tmp/lnk .; x c1:/tmp/nope .; x c1:/tmp/f/ .; x c1:/tmp/d f; x c1:etc/passwd pw; wc -l < pw
### errors
x; x a; x a b; x c1:/a c1:/b; x nosuch:/a .; x f nosuch:/f; x nope c1:/; x '' c1:/; x f/ c1:/tmp; x c1:/etc/passwd nodir/
### quiet, stdin and stdout
x -q f c1:/tmp/q; x c1:/tmp/f - | tar tf - ; x - c1:/tmp < f; tar cf - f | docker cp - c1:/tmp/nodir; echo "exit $?"; tar cf - f | docker cp - c1:/etc/passwd; echo "exit $?"; x - - ; x f -
