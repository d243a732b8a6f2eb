mkdir -p a/b c.d 'e f'; echo 1 > a/1; echo 2 > a/b/2; echo h > a/.h; echo x > 'e f/x y'; echo q > q1; echo q > q2; echo q > q10; ln -s a la; ln -s q1 lq; ln -s /nowhere ln
### several
printf 'FROM busybox\nCOPY q? q1* /g/\nCOPY ["e f/x y", "e f", "/sp ace/"]\nCOPY a la lq /l/\nCOPY c.d/ /cd\nCOPY ./a/../q1 /norm\nCOPY a/* /ga/\nCOPY a/.* /gd/\n' > Dockerfile; docker build -t t .
### more
printf 'FROM busybox\nWORKDIR /w\nCOPY . .\nCOPY a /w/a/\nCOPY q1 a\nCOPY q2 ./n/e/w\nCOPY [ab]/1 /x\nCOPY q[!2] /y/\nCOPY q[^1] /z/\n' > Dockerfile; docker build -t u .
### refused
for s in 'q* /nodir' 'nope /x' 'nope* /x' '../up /x' '/etc/passwd /x' 'a q1 /file' 'ln /x' '[q /x' 'q1' '"q1" "/x"' "'q1' /x"; do printf 'FROM busybox\nCOPY %s\n' "$s" > Dockerfile; docker build -q . 2>&1 | sed 's/sha256:[0-9a-f]*/ID/; s/of ref [^ ]*:/of ref X:/' | tail -3; done
