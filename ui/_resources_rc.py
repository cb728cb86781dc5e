# Resource object code (Python 3)
# Created by: object code
# Created by: The Resource Compiler for Qt version 6.11.3
# WARNING! All changes made in this file will be lost!

from PySide6 import QtCore

qt_resource_data = b"\
\x00\x00\x03\xcc\
#\
 Reports\x0a\x0aThe pa\
ge Reports shows\
 the figures of \
a period first; \
what it shows is\
 what it saves, \
as PDF, workbook\
,\x0aCSV or JSON.\x0a\x0a\
- **Reconciliati\
on**: undeposite\
d funds from the\
 opening to the \
closing balance,\
 what was open a\
t the end\x0a  and \
how old it is, e\
ach payout with \
its lines, its e\
ntry and its ban\
k line. What the\
 figures do not\x0a\
  explain has a \
line of its own.\
\x0a- **Activity**:\
 every step of e\
very write and e\
very decision, w\
ith who, when an\
d why.\x0a- **Colle\
cted payments**:\
 what the platfo\
rm collected, by\
 month and by cu\
stomer, with wha\
t was returned\x0a \
 or is pending. \
A payment counts\
 for the day on \
which it was mad\
e.\x0a- **Fees**: b\
y month and by p\
ayout, with thei\
r share of the p\
ayments, and eac\
h fee with its i\
nvoice.\x0a- **Age \
of undeposited f\
unds**: what the\
 account holds o\
n the last day, \
by what it waits\
 for and by age.\
\x0a\x0aWhat was open \
is told as of th\
e last day of th\
e period. Where \
the ledger was n\
ot read, or no s\
tatement was\x0aimp\
orted, the repor\
t says so.\x0a\
\x00\x00\x03\xd3\
#\
 Help\x0a\x0afbrecon k\
eeps FreshBooks \
and Alternative \
Payments in step\
, and shows that\
 they are. F1 op\
ens the\x0apage abo\
ut what you are \
looking at.\x0a\x0a## \
Begin\x0a\x0a- [First \
steps](first-ste\
ps.md)\x0a- [Regist\
er the FreshBook\
s app](freshbook\
s-app.md)\x0a- [The\
 platform key](p\
latform-key.md)\x0a\
- [Choose the ac\
counts](accounts\
.md)\x0a- [The wind\
ow, page by page\
](window.md)\x0a\x0a##\
 Every day\x0a\x0a- [W\
hat flows, and w\
hat never](what-\
flows.md)\x0a- [Pos\
ting payments, a\
nd receipts](pos\
ting.md)\x0a- [What\
 needs you](atte\
ntion.md)\x0a- [Pre\
view](preview.md\
)\x0a- [Undo](undo.\
md)\x0a- [Reconcile\
 bank lines](rec\
oncile.md)\x0a- [Fi\
les](files.md)\x0a\x0a\
## Every month\x0a\x0a\
- [Payouts and f\
ees](payouts.md)\
\x0a- [The clearing\
 proof](clearing\
.md)\x0a- [Close a \
period](closing.\
md)\x0a- [Reports](\
reports.md)\x0a\x0a## \
Around it\x0a\x0a- [Se\
ttings](settings\
.md)\x0a- [Backups \
and restoring](b\
ackups.md)\x0a- [Mo\
ving to another \
computer](moving\
.md)\x0a- [Privacy \
and safety](priv\
acy.md)\x0a- [Keybo\
ard](keyboard.md\
)\x0a- [The command\
 line](command-l\
ine.md)\x0a- [Gloss\
ary](glossary.md\
)\x0a\
\x00\x00\x02h\
#\
 Close a period\x0a\
\x0a*Close a month*\
 on Home shows w\
hat undeposited \
funds came to on\
 the last day of\
 the month. If y\
ou agree,\x0athe mo\
nth is closed:\x0a\x0a\
- nothing dated \
in it is written\
 by fbrecon any \
more; what shoul\
d have been is h\
eld, and you are\
 told;\x0a- every r\
ow that the figu\
res were made of\
 is kept. If one\
 changes later, \
it is an item un\
der\x0a  [Needs att\
ention](attentio\
n.md#period_chan\
ged), with its s\
um.\x0a\x0a*Open it ag\
ain* takes it ba\
ck; it opens all\
 later periods, \
too. Closing her\
e closes nothing\
 in FreshBooks: \
use\x0aits own lock\
 for that, and e\
nter its day as \
`books_locked_un\
til` in [Setting\
s](settings.md#n\
ames).\x0a\
\x00\x00\x03\x98\
#\
 Moving to anoth\
er computer\x0a\x0a1. \
On the old compu\
ter: let a last \
sync finish, the\
n end fbrecon wi\
th Ctrl+Q.\x0a2. Co\
py the folder th\
at *Settings*, *\
Files* names to \
the same place o\
n the new comput\
er.\x0a3. Start fbr\
econ there. Sign\
 in to FreshBook\
s and enter the \
platform key aga\
in: keys stay wi\
th the keyring\x0a \
  of the old com\
puter. If you us\
e a passphrase, \
they come along.\
\x0a4. Do not use f\
brecon on the ol\
d computer any m\
ore. Two compute\
rs cannot keep e\
ach other from r\
ecording\x0a   the \
same payment in \
the same minute;\
 it would be not\
iced with the ne\
xt sync, and you\
 would be asked.\
\x0a\x0aThe new comput\
er notices that \
the file is a co\
py. It reads eve\
rything again an\
d waits a quarte\
r of an\x0ahour bef\
ore it records a\
nything.\x0a\x0a**With\
out the old fold\
er** you can beg\
in anew: connect\
, and everything\
 is copied again\
. Payments that\x0a\
were recorded be\
fore are recogni\
sed by their mar\
ks in FreshBooks\
. Decisions abou\
t bank lines are\
 lost.\x0a\
\x00\x00\x08\x96\
#\
 Settings\x0a\x0aEach \
change is kept a\
t once.\x0a\x0a## Writ\
ing {#writing}\x0a\x0a\
*Reads only* or \
*Reads and write\
s*. Switch writi\
ng on once the\x0a[\
platform's own l\
ink](platform-ke\
y.md#link) is of\
f. *Post payment\
s that are certa\
in without askin\
g* is\x0athe rule f\
or what is beyon\
d doubt; everyth\
ing else asks yo\
u in any case.\x0a\x0a\
## How often {#o\
ften}\x0a\x0aHow many \
minutes lie betw\
een two runs, fo\
r the books and \
for payments.\x0a\x0a#\
# In the backgro\
und {#notices}\x0a\x0a\
Whether your sys\
tem tells you wh\
en something new\
 needs you, and \
what closing the\
 window does: en\
d\x0afbrecon, or ke\
ep it in the tra\
y, where it goes\
 on with the sch\
edule. Where you\
r desktop has no\
 tray,\x0aclosing e\
nds it. *Start f\
brecon when I si\
gn in to this co\
mputer* begins i\
n the tray, with\
out a window;\x0awh\
ere there is no \
tray, with its w\
indow open. Ctrl\
+Q always ends i\
t. Ending during\
 a sync is safe:\
 it stops before\
 the next write,\
\x0aand the next st\
art goes on from\
 there.\x0a\x0a## File\
s and backups {#\
files}\x0a\x0aWhere th\
e files of fbrec\
on lie, the [bac\
kups](backups.md\
), and the log. \
The log holds no\
 secrets, names \
or\x0asums; you can\
 read it, copy i\
t and save it to\
 send it to some\
body.\x0a\x0a## All na\
mes {#names}\x0a\x0aTh\
e command `fbrec\
on settings NAME\
 VALUE` changes \
any of them.\x0a\x0a| \
name | means | a\
t first |\x0a|---|-\
--|---|\x0a| `mode`\
 | `read`, or `w\
rite` once the p\
latform's own li\
nk is off | `rea\
d` |\x0a| `auto_pos\
t` | `certain` r\
ecords what is b\
eyond doubt, `of\
f` asks each tim\
e | `certain` |\x0a\
| `post_since` |\
 payments before\
 this day wait f\
or approval | th\
e day of the lat\
er connection |\x0a\
| `settle_after`\
 | seconds befor\
e a lost answer \
may count as nev\
er arrived | 900\
 |\x0a| `invoices_e\
very`, `payments\
_every` | minute\
s between schedu\
led runs | 60, 5\
 |\x0a| `paused_unt\
il` | a time, or\
 `resumed` (unti\
l you resume): n\
othing runs on s\
chedule until th\
en | none |\x0a| `r\
ecord_deposits` \
| `on` enters pa\
youts in the led\
ger | `off` |\x0a| \
`record_fees` | \
`on` records you\
r fees as expens\
es | `off` |\x0a| `\
fee_category` | \
the category of \
those expenses |\
 none |\x0a| `bank_\
feed` | whether \
FreshBooks impor\
ts the bank acco\
unt by itself | \
`unknown` |\x0a| `p\
ass_through` | `\
on` where paymen\
ts pass through \
another account \
| `off` |\x0a| `boo\
ks_locked_until`\
 | nothing is en\
tered on that da\
y or before | no\
ne |\x0a\
\x00\x00\x05K\
#\
 Backups and res\
toring\x0a\x0afbrecon \
copies each comp\
any file once on\
 a day with a sy\
nc, and before a\
n update changes\
 its form. Copie\
s\x0aof the last se\
ven such days ar\
e kept, beside t\
he company file \
on this computer\
.\x0a\x0a## Restore {#\
restore}\x0a\x0a*Setti\
ngs*, *Backups*;\
 or choose a com\
pany that cannot\
 be opened in th\
e list of compan\
ies. You see eac\
h\x0acopy with its \
day, its size an\
d what it holds,\
 and what would \
be lost: what ha\
ppened between t\
hat copy\x0aand now\
. On the command\
 line: `fbrecon \
companies restor\
e SLUG`.\x0a\x0aA comp\
any whose file i\
s gone stays in \
that list as lon\
g as its copies \
are there. If yo\
u moved the file\
, put\x0ait back wh\
ere it was inste\
ad.\x0a\x0a- A copy is\
 checked before \
it is used. One \
that is damaged \
is refused.\x0a- Wh\
at stood there i\
s moved aside, n\
ot deleted. Dele\
te it when you n\
o longer need it\
.\x0a- Afterwards e\
verything is rea\
d again, and not\
hing is recorded\
 in FreshBooks u\
ntil that is don\
e and a\x0a  quarte\
r of an hour has\
 passed. Payment\
s that were reco\
rded after the c\
opy was made are\
 found by their\x0a\
  marks; none is\
 recorded twice.\
\x0a\x0aWhat a copy ca\
nnot bring back \
are decisions th\
at you made afte\
r it. Those are \
asked again.\x0a\x0a##\
 A copy elsewher\
e {#elsewhere}\x0a\x0a\
These copies lie\
 on the same dis\
k. Let your own \
backup of the co\
mputer take in t\
he folder that S\
ettings\x0anames. T\
he file with the\
 keys can be ope\
ned with your ke\
yring or passphr\
ase only.\x0a\
\x00\x00\x06!\
#\
 Reconcile bank \
lines\x0a\x0aAt the le\
ft stand the lin\
es of your bank \
statements, at t\
he right what th\
e current one sh\
ows: the payout,\
\x0asum beneath sum\
, every cent of \
a difference by \
its name, and th\
e reason. Bank l\
ines come from\x0a[\
files](files.md)\
: CSV, OFX, QFX \
or CAMT.053.\x0a\x0a##\
 What the words \
mean {#states}\x0a\x0a\
| word | means |\
\x0a|---|---|\x0a| Mat\
ched | beyond do\
ubt and to the c\
ent, or confirme\
d by you |\x0a| Sug\
gested | one pay\
out is clearly t\
he best; say yes\
 or no |\x0a| Sever\
al fit | too clo\
se to call; choo\
se one |\x0a| Nothi\
ng fits | no pay\
out comes near |\
\x0a| Not ours | yo\
u said that it s\
hows no payout |\
\x0a\x0afbrecon accept\
s by itself only\
 where every cen\
t is accounted f\
or and nothing e\
lse comes near. \
It never\x0aallows \
a difference of \
a few per cent.\x0a\
\x0a## Keys {#keys}\
\x0a\x0a| key | does |\
\x0a|---|---|\x0a| Ent\
er | accepts and\
 goes to the nex\
t line |\x0a| \xe2\x86\x91 \xe2\
\x86\x93 | another lin\
e; with Shift se\
veral |\x0a| C | ch\
ooses another pa\
yout |\x0a| R | not\
 this payout |\x0a|\
 N, Shift+N | no\
t ours: this lin\
e, or every line\
 with its text |\
\x0a| U, Ctrl+Z | t\
akes back |\x0a| A \
| accepts everyt\
hing certain |\x0a|\
 D | payments an\
d fees of the pa\
yout |\x0a| /, Esc \
| searches; back\
 to the lines |\x0a\
| ? | shows thes\
e keys |\x0a\x0a## Sev\
eral at once {#s\
everal}\x0a\x0aSelect \
several lines to\
 find the one pa\
yout that they m\
ake up, or tick \
several payouts \
(C, then Space)\x0a\
for one line. Wh\
ere something is\
 left, fbrecon s\
ays how much, an\
d matches only i\
f you say yes to\
 that sum.\x0a\x0a## N\
ever ours {#rule\
s}\x0a\x0aRent, intere\
st, transfers: S\
hift+N leaves ou\
t every line wit\
h the same words\
, now and later.\
 *Rules\xe2\x80\xa6*\x0alist\
s them; each can\
 be taken back.\x0a\
\
\x00\x00\x05\x96\
#\
 Glossary\x0a\x0a| wor\
d | means |\x0a|---\
|---|\x0a| Adopted \
| a payment that\
 was in the book\
s already and is\
 recognised as t\
he same |\x0a| Atte\
ntion item | som\
ething only you \
can settle |\x0a| B\
ank line, deposi\
t | a line of a \
bank statement |\
\x0a| Clearing acco\
unt | see undepo\
sited funds |\x0a| \
Company file | e\
verything that f\
brecon keeps of \
one business, in\
 one file |\x0a| Co\
py | an invoice'\
s counterpart on\
 the platform |\x0a\
| Entry | the jo\
urnal entry of a\
 payout |\x0a| Fee \
| what the platf\
orm keeps; paid \
by you, or on to\
p by the custome\
r |\x0a| Held | wai\
ts for your deci\
sion, with a rea\
son |\x0a| Ledger a\
ccount | a line \
of the chart of \
accounts |\x0a| Mar\
k | `FBR-` and 1\
6 characters in \
the note of what\
 fbrecon wrote: \
the proof that i\
t is ours |\x0a| Ma\
tch | two record\
s that state the\
 same fact |\x0a| P\
ayment | takes s\
omething off an \
invoice |\x0a| Payo\
ut | the platfor\
m's transfer to \
your bank: payme\
nts less fees |\x0a\
| Platform | Alt\
ernative Payment\
s, where custome\
rs pay |\x0a| Poste\
d | recorded in \
FreshBooks |\x0a| R\
eceipt | how one\
 payment came in\
to the books, st\
ep by step |\x0a| R\
ole | what a led\
ger account was \
chosen for: unde\
posited funds, b\
ank, fees, refun\
ds |\x0a| Sandbox |\
 a made-up Fresh\
Books and platfo\
rm on this compu\
ter, to try thin\
gs |\x0a| Undeposit\
ed funds | the a\
ccount in which \
payments wait be\
tween collection\
 and payout |\x0a| \
Uncertain | sent\
, but the answer\
 was lost; being\
 settled by read\
ing |\x0a| Verified\
 | read back fro\
m the books, and\
 as it was writt\
en |\x0a\
\x00\x00\x18\x9e\
#\
 What needs you\x0a\
\x0aEach item says \
what happened an\
d what to do. Mo\
st close by them\
selves, with the\
 next sync after\
 things\x0aare righ\
t. Nothing is lo\
st while an item\
 waits.\x0a\x0a## Sign\
 in again {#sign\
_in_again}\x0a\x0aFres\
hBooks no longer\
 accepts the sig\
n-in: it expired\
, or ended becau\
se it was used e\
lsewhere. Sign i\
n;\x0awhat waits is\
 sent afterwards\
.\x0a\x0a## Platform k\
ey {#platform_ke\
y}\x0a\x0aThe platform\
 no longer accep\
ts the key. Make\
 a [new one](pla\
tform-key.md) in\
 its dashboard a\
nd enter it.\x0a\x0a##\
 Accounts missin\
g {#accounts_mis\
sing}\x0a\x0aSomething\
 needs an accoun\
t that was not c\
hosen, or that i\
s gone. [Choose \
the accounts](ac\
counts.md).\x0a\x0a## \
Sending waits {#\
sending_waits}\x0a\x0a\
The company file\
 is new, restore\
d or copied. fbr\
econ first looks\
 for everything \
that was recorde\
d from\x0athe file \
before. It goes \
on by itself, af\
ter a quarter of\
 an hour at the \
earliest.\x0a\x0a## Mo\
de question {#mo\
de_question}\x0a\x0aIs\
 the [platform's\
 own FreshBooks \
link](platform-k\
ey.md#link) off?\
 Until you say s\
o, fbrecon only \
reads.\x0a\x0a## Payme\
nt held {#paymen\
t_held}\x0a\x0aSomethi\
ng about a payme\
nt is not beyond\
 doubt: the invo\
ice is a draft, \
deleted, or has \
less outstanding\
\x0athan the paymen\
t; an equal paym\
ent is there alr\
eady; the books \
are closed for t\
hat day; or no i\
nvoice was\x0afound\
. The reason nam\
es it. Put it ri\
ght in FreshBook\
s and the paymen\
t goes on by its\
elf, or *Approve\
* it\x0aas it is, o\
r *Dismiss* it. \
On the page Paym\
ents you can say\
 which payment i\
n FreshBooks it \
is, or which\x0ainv\
oice it is for.\x0a\
\x0a## Payment wait\
s {#payment_wait\
s}\x0a\x0aIt is older \
than your connec\
tion, or you ask\
ed to be asked. \
*Approve* record\
s it with the ne\
xt sync.\x0a\x0a## Pay\
ment uncertain {\
#payment_uncerta\
in}\x0a\x0aIts answer \
got [lost](posti\
ng.md#uncertain)\
. Nothing to do.\
\x0a\x0a## Payment ref\
used {#payment_r\
efused}\x0a\x0aFreshBo\
oks said no, and\
 why. Put that r\
ight, then *Appr\
ove* to try once\
 more. If it say\
s that your role\
 is\x0aonly that of\
 a client, someb\
ody with more ri\
ghts must sign i\
n.\x0a\x0a## Role too \
small {#role_too\
_small}\x0a\x0aThe rol\
e of whoever sig\
ned in may not r\
ecord payments, \
of someone who i\
s only a client \
there, say. Have\
 the\x0aowner chang\
e the role, or s\
ign in as an own\
er, partner or a\
ccountant; then \
approve the paym\
ent.\x0a\x0a## Payment\
 differs {#payme\
nt_differs}\x0a\x0aA p\
ayment that fbre\
con recorded is \
not as it was wr\
itten: somebody \
edited it. Compa\
re it in FreshBo\
oks and\x0aput it r\
ight there.\x0a\x0a## \
Payment failed a\
fter posting {#p\
ayment_failed_af\
ter_posting}\x0a\x0aIt\
 was collected a\
nd recorded, and\
 failed, was ret\
urned or refunde\
d later. The boo\
ks still count i\
t.\x0a*Put it right\
* deletes the pa\
yment that fbrec\
on recorded, if \
it is still as i\
t was written; a\
 refund in\x0apart \
you settle by lo\
wering the payme\
nt in FreshBooks\
.\x0a\x0a## Payment de\
leted {#payment_\
deleted}\x0a\x0aA reco\
rded payment was\
 deleted in Fres\
hBooks, while th\
e platform still\
 has the money. \
Restore it, have\
 it\x0arecorded aga\
in, or dismiss t\
he item.\x0a\x0a## Pay\
ment doubled {#p\
ayment_doubled}\x0a\
\x0aThe same money \
stands in FreshB\
ooks twice, for \
instance because\
 a deleted payme\
nt was restored.\
 One click\x0adelet\
es the second, i\
f fbrecon wrote \
it.\x0a\x0a## Payment \
late {#payment_l\
ate}\x0a\x0aIt has bee\
n under way for \
30 days. Look it\
 up in the dashb\
oard and cancel \
it there if it w\
ill not arrive.\x0a\
Its invoice is n\
ot asked for aga\
in before.\x0a\x0a## U\
nknown word {#un\
known_word}\x0a\x0aThe\
 platform calls \
some payments by\
 a word that fbr\
econ does not kn\
ow. Say what it \
means; your answ\
er is\x0akept, and \
those payments g\
o on.\x0a\x0a## Row se\
t aside {#row_se\
t_aside}\x0a\x0aOne re\
cord could not b\
e read and was l\
eft out; all oth\
ers went in. Loo\
k at it where it\
 was made.\x0a\x0a## W\
rite held {#writ\
e_held}\x0a\x0aSomethi\
ng else that was\
 to be written w\
aits: an invoice\
 or a customer o\
n the platform, \
a new account, t\
he\x0adeletion of a\
 payment. The it\
em says what and\
 why.\x0a\x0a## Payout\
 held {#payout_h\
eld}\x0a\x0aThe entry \
of a payout wait\
s, or one of its\
 lines is not pr\
oven to be in th\
e books. An entr\
y cannot be\x0adele\
ted in FreshBook\
s, so nothing ab\
out it is guesse\
d.\x0a\x0a## Books loc\
ked {#books_lock\
ed}\x0a\x0aA payout ar\
rived on a day u\
p to which the b\
ooks are locked \
(`books_locked_u\
ntil`). Unlock t\
hat period in\x0aFr\
eshBooks and say\
 so in the setti\
ngs, and it is e\
ntered by itself\
; or enter it by\
 hand on a later\
 day.\x0a\x0a## Entrie\
s not allowed {#\
entries_not_allo\
wed}\x0a\x0aFreshBooks\
 refuses journal\
 entries altoget\
her: its plan ha\
s none, or the r\
ole of whoever s\
igned in may not\
\x0awrite them. Cha\
nge one of the t\
wo and approve t\
he item, or have\
 [the fees recor\
ded as\x0aexpenses]\
(payouts.md) ins\
tead.\x0a\x0a## Payout\
 waits {#payout_\
waits}\x0a\x0aThe entr\
y of a payout, o\
r its fees, wait\
 for your approv\
al. Dismiss it i\
f you entered it\
 by hand.\x0a\x0a## Pa\
yout differs {#p\
ayout_differs}\x0a\x0a\
An entry or expe\
nse that fbrecon\
 wrote is not as\
 it was written.\
 Compare it in F\
reshBooks.\x0a\x0a## P\
ayout failed {#p\
ayout_failed}\x0a\x0aA\
 payout failed a\
fter it was ente\
red: the money d\
id not reach the\
 bank. One click\
 has the entry t\
aken back\x0aby a s\
econd one that r\
everses it.\x0a\x0a## \
Period changed {\
#period_changed}\
\x0a\x0aSomething chan\
ged in a [closed\
 period](closing\
.md), by the sum\
 that is named. \
Put it back wher\
e it was\x0amade, o\
r open the perio\
d and agree anew\
.\x0a\x0a## Payout not\
 at bank {#payou\
t_not_at_bank}\x0a\x0a\
You matched a pa\
yout with a bank\
 line, and it fa\
iled since. See \
whether the bank\
 took the money \
back.\x0a\x0a## Mark p\
aid there {#mark\
_paid_there}\x0a\x0aTh\
e invoice is set\
tled in FreshBoo\
ks, and its copy\
 on the platform\
 was not made by\
 fbrecon. Mark i\
t as paid\x0ain the\
 dashboard; the \
item closes by i\
tself.\x0a\x0a## Archi\
ve there {#archi\
ve_there}\x0a\x0aThe i\
nvoice was delet\
ed in FreshBooks\
, or may not be \
collected any mo\
re. Archive it i\
n the dashboard;\
 the\x0aitem closes\
 by itself.\x0a\x0a## \
Frozen differs {\
#frozen_differs}\
\x0a\x0aThe invoice ch\
anged after it w\
as paid in full \
through the plat\
form. Collect or\
 credit the diff\
erence in\x0aFreshB\
ooks.\x0a\x0a## Asked \
twice {#asked_tw\
ice}\x0a\x0aThe platfo\
rm asks for the \
same invoice mor\
e than once. Arc\
hive all but one\
 there.\x0a\x0a## Dism\
issed differs {#\
dismissed_differ\
s}\x0a\x0aA payment th\
at you dismissed\
 makes the platf\
orm and the book\
s differ. Record\
 it in FreshBook\
s by hand,\x0aappro\
ve it after all,\
 or, if the mone\
y went back, say\
 so in the dashb\
oard.\x0a\x0a## Custom\
er missing {#cus\
tomer_missing}\x0a\x0a\
An invoice names\
 a customer whom\
 FreshBooks does\
 not show. Choos\
e its customer t\
here.\x0a\x0a## No lon\
ger shown {#no_l\
onger_shown}\x0a\x0aFr\
eshBooks shows a\
 record neither \
as live nor as d\
eleted. Look for\
 it there. If it\
 exists, check t\
hat your\x0asign-in\
 may see it.\x0a\
\x00\x00\x02\xfe\
#\
 Keyboard\x0a\x0a| key\
 | does |\x0a|---|-\
--|\x0a| F1 | help \
about what you a\
re looking at |\x0a\
| Ctrl+1 to Ctrl\
+9, Ctrl+0, Ctrl\
+, | the pages, \
from Home to Set\
tings |\x0a| Ctrl+K\
 | the companies\
 |\x0a| F5 or Ctrl+\
R | sync now; ag\
ain to cancel |\x0a\
| Ctrl+F | searc\
h on this page |\
\x0a| Ctrl+I | impo\
rt a file |\x0a| Ct\
rl+Z | take back\
 the last decisi\
on |\x0a| Ctrl+Retu\
rn | approve the\
 selected paymen\
ts |\x0a| Ctrl+Shif\
t+Return | say w\
hich invoice a p\
ayment of a file\
 is for |\x0a| Ctrl\
+O | open the se\
lected row in Fr\
eshBooks |\x0a| Ctr\
l+C | copy the s\
elected rows |\x0a|\
 Ctrl+Q | end fb\
recon |\x0a| Tab, S\
hift+Tab | the n\
ext control, the\
 one before |\x0a| \
\xe2\x86\x91 \xe2\x86\x93 | rows o\
f a table, pages\
 of the navigati\
on |\x0a| Esc | clo\
se a dialog; not\
hing happens |\x0a\x0a\
The page Reconci\
le has [keys of \
its own](reconci\
le.md#keys).\x0a\
\x00\x00\x03\x8a\
#\
 Privacy and saf\
ety\x0a\x0a- fbrecon t\
alks to FreshBoo\
ks and to the pl\
atform, and to n\
obody else. It s\
ends no statisti\
cs and looks for\
\x0a  no updates. T\
his help lies on\
 your computer, \
too.\x0a- Your pass\
word is typed in\
to FreshBooks' o\
wn page. fbrecon\
 does not see or\
 keep it. With *\
Use my own brows\
er\x0a  instead* it\
 does not even p\
ass through this\
 program.\x0a- Keys\
 and sign-ins ar\
e encrypted; wha\
t opens them lie\
s in the keyring\
 of your system,\
 or is your\x0a  pa\
ssphrase.\x0a- The \
company file is \
**not** encrypte\
d. It holds name\
s and sums of yo\
ur customers. Us\
e the encryption\
 of\x0a  your disk.\
\x0a- The log and *\
Copy details* ho\
ld no secrets, a\
nd errors name n\
o customers.\x0a- I\
n FreshBooks fbr\
econ adds, and d\
eletes only what\
 it wrote, when \
you order it. It\
 edits nothing.\x0a\
- To end it: *Di\
sconnect* in Set\
tings forgets th\
e keys and ends \
the sign-in at F\
reshBooks. *Remo\
ve this\x0a  compan\
y\xe2\x80\xa6* deletes th\
e copy on this c\
omputer.\x0a\
\x00\x00\x04\xaf\
#\
 The platform ke\
y\x0a\x0aAlternative P\
ayments lets fbr\
econ in with an \
API key: a clien\
t ID and a clien\
t secret.\x0a\x0a## Wh\
ere to get one {\
#where}\x0a\x0aIn the \
platform's dashb\
oard: *Team Pref\
erences*, *API K\
eys*, *Generate \
API Key*. Let it\
 read customers,\
\x0ainvoices, payme\
nts and payouts,\
 and write custo\
mers and invoice\
s. Copy both val\
ues into fbrecon\
; the\x0asecret is \
shown once.\x0a\x0afbr\
econ asks one ha\
rmless question \
with the key bef\
ore it keeps it.\
 A key that is r\
efused is not ke\
pt.\x0a\x0a## One key,\
 one company {#s\
hare}\x0a\x0aA key bel\
ongs to the comp\
any for which it\
 is entered. Whe\
re two of your c\
ompanies really \
use the same\x0apla\
tform account, t\
ick *Another com\
pany of mine use\
s this key, too*\
; otherwise fbre\
con refuses it,\x0a\
since the paymen\
ts of one would \
be looked for in\
 the books of th\
e other.\x0a\x0a## No \
key {#none}\x0a\x0aWit\
hout a key fbrec\
on works with [f\
iles](files.md):\
 exports of Stri\
pe, GoCardless a\
nd Square, or an\
y table.\x0a\x0a## The\
 platform's own \
link {#link}\x0a\x0aAl\
ternative Paymen\
ts has a FreshBo\
oks link of its \
own. While that \
is on, leave fbr\
econ on *Reads o\
nly*:\x0ait copies,\
 matches and pro\
ves what the lin\
k does. To let f\
brecon write, sw\
itch the link of\
f in the\x0adashboa\
rd under *Integr\
ations*, then sa\
y so on Home.\x0a\
\x00\x00\x03o\
#\
 The clearing pr\
oof\x0a\x0aUndeposited\
 funds should ho\
ld exactly what \
was collected an\
d not paid out y\
et. Home compare\
s that with\x0athe \
ledger of FreshB\
ooks, for each c\
urrency.\x0a\x0a| word\
 | means |\x0a|---|\
---|\x0a| Should be\
 | payments that\
 were not paid o\
ut, and payouts \
without an entry\
 |\x0a| In the ledg\
er | what the ac\
count holds in F\
reshBooks |\x0a| No\
t paid out yet |\
 collected, and \
in no payout so \
far |\x0a| Paid out\
, no entry writt\
en | the money i\
s at the bank, t\
he ledger does n\
ot know it |\x0a| O\
ther postings on\
 the account | w\
hat others booke\
d there |\x0a| Unex\
plained | what n\
one of these exp\
lains: look here\
 first |\x0a\x0a*Show \
the rows* opens \
what each line i\
s made of, with \
its age. Where t\
he ledger cannot\
 be read, it say\
s so\x0aand claims \
nothing.\x0a\x0aAn old\
 row under *Not \
paid out yet* is\
 often a payment\
 that was return\
ed. A row under \
*Other postings*\
 is\x0aoften a depo\
sit that was ent\
ered by hand.\x0a\
\x00\x00\x09\x04\
#\
 Register the Fr\
eshBooks app\x0a\x0aFr\
eshBooks lets a \
program in only \
through an app t\
hat is registere\
d there. You reg\
ister one for yo\
ur\x0afirm, once; i\
t serves all you\
r companies.\x0a\x0a##\
 How {#how}\x0a\x0a1. \
Sign in to Fresh\
Books and open t\
he [developer pa\
ge](https://my.f\
reshbooks.com/#/\
developer).\x0a2. C\
reate an app. An\
y name and descr\
iption will do, \
such as \xe2\x80\x9cfbrec\
on of our firm\xe2\x80\
\x9d.\x0a3. **Redirect\
 URI**: `https:/\
/localhost/callb\
ack`. See below \
why.\x0a4. Tick the\
 scopes below, a\
nd save.\x0a5. Open\
 the app again. \
**Client ID** an\
d **Client secre\
t** stand there;\
 copy both into \
fbrecon, and the\
\x0a   redirect URI\
 exactly as you \
registered it.\x0a\x0a\
## The redirect \
address {#redire\
ct}\x0a\x0aAfter the s\
ign-in FreshBook\
s sends you to t\
his address, wit\
h a code that le\
ts fbrecon in on\
ce. fbrecon\x0await\
s for the addres\
s and never open\
s it, so it need\
 not lead anywhe\
re. It must begi\
n with `https://\
`,\x0ahold no `?`, \
`#` or `@`, and \
be the same here\
 and in FreshBoo\
ks, letter by le\
tter. FreshBooks\
 accepts no\x0a`htt\
p://` address, n\
ot even for your\
 own computer.\x0a\x0a\
## Scopes, and w\
hat each is for \
{#scopes}\x0a\x0a| sco\
pe | for |\x0a|---|\
---|\x0a| `user:pro\
file:read` | who\
 signed in, and \
for which busine\
sses |\x0a| `user:c\
lients:read` | y\
our customers |\x0a\
| `user:invoices\
:read` | invoice\
s and their line\
s |\x0a| `user:paym\
ents:read` | pay\
ments that are i\
n the books alre\
ady, so that non\
e is recorded tw\
ice |\x0a| `user:pa\
yments:write` | \
recording paymen\
ts; deleting one\
 that fbrecon re\
corded, when you\
 order it |\x0a| `u\
ser:journal_entr\
ies:read` | the \
chart of account\
s, and the posti\
ngs that prove u\
ndeposited funds\
 |\x0a| `user:journ\
al_entries:write\
` | entering pay\
outs, once you s\
witch that on |\x0a\
| `user:expenses\
:read` | expense\
s, so that a fee\
 is not recorded\
 twice |\x0a| `user\
:expenses:write`\
 | recording fee\
s as expenses, o\
nce you switch t\
hat on |\x0a\x0aNothin\
g else is asked \
for. A scope tha\
t is not ticked \
on the app makes\
 FreshBooks refu\
se the whole\x0asig\
n-in: tick it, t\
hen sign in agai\
n.\x0a\x0a## If it doe\
s not work {#tro\
uble}\x0a\x0a- *The sc\
ope is invalid*:\
 one of the scop\
es above is not \
ticked.\x0a- *The r\
edirect URI is n\
ot valid*: it di\
ffers from the o\
ne on the app, o\
ften by a slash \
at the end.\x0a- *I\
nvalid client*: \
the secret was c\
opied in part, o\
r made anew in F\
reshBooks since.\
\x0a- You can also \
sign in with you\
r own browser: *\
Use my own brows\
er instead* in t\
he sign-in windo\
w.\x0a\
\x00\x00\x04\xad\
#\
 Payouts and fee\
s\x0a\x0aThe platform \
pays out what it\
 collected, less\
 what it keeps. \
The page Payouts\
 shows what each\
 payout is\x0amade \
of: its payments\
, fees, refunds \
and anything els\
e, and whether t\
hat adds up to t\
he cent.\x0a\x0a## Ent\
ries {#entries}\x0a\
\x0aOnce you switch\
 it on at the en\
d of [Set up acc\
ounts](accounts.\
md), fbrecon ent\
ers each payout \
in the\x0aledger: b\
ank and fees aga\
inst undeposited\
 funds, charges \
and refunds apar\
t.\x0a\x0a- A payout w\
aits until every\
 line of it is a\
 payment that is\
 proven to be in\
 the books.\x0a- No\
 entry can be de\
leted in FreshBo\
oks. So the firs\
t goes alone and\
 is read back be\
fore a second fo\
llows,\x0a  and one\
 whose answer wa\
s lost is never \
sent again by it\
self.\x0a- With a [\
bank feed](accou\
nts.md#feed), no\
ne is written.\x0a\x0a\
## Fees alone {#\
fees}\x0a\x0aWhere you\
r books have no \
journal entries,\
 or a bank feed \
books the deposi\
ts, your fees ca\
n be recorded as\
\x0aexpenses in a c\
ategory of yours\
. Each payout ha\
s either an entr\
y or an expense,\
 never both.\x0a\x0a##\
 By hand {#hand}\
\x0a\x0a*Save entries \
to type in* writ\
es a table of wh\
at is left for y\
ou to enter your\
self.\x0a\x0a## Fees o\
f the customer {\
#customer}\x0a\x0aA fe\
e that the custo\
mer pays on top \
is not yours: it\
 is neither reco\
rded nor part of\
 your fees.\x0a\
\x00\x00\x04\xc8\
#\
 Choose the acco\
unts\x0a\x0a*Set up ac\
counts* on Home \
asks which of yo\
ur ledger accoun\
ts play which ro\
le. You can go t\
hrough it\x0aagain \
at any time; it \
says what a chan\
ge means before \
you save it.\x0a\x0a| \
role | is |\x0a|---\
|---|\x0a| Undeposi\
ted funds | the \
clearing account\
 in which collec\
ted payments wai\
t until they are\
 paid out |\x0a| Ba\
nk | the account\
 that the platfo\
rm pays out to |\
\x0a| Fees | what t\
he platform keep\
s |\x0a| Refunds | \
where refunds go\
, if you keep th\
em apart |\x0a\x0aEach\
 suggestion says\
 why it is made:\
 by its name, or\
 because FreshBo\
oks books your p\
ayments there\x0aal\
ready. Accounts \
for undeposited \
funds and fees c\
an be made in Fr\
eshBooks on the \
spot.\x0a\x0a## The ba\
nk feed {#feed}\x0a\
\x0aIf FreshBooks i\
mports your bank\
 account by itse\
lf, the line of \
the feed books t\
he deposit. An e\
ntry by\x0afbrecon \
would book the s\
ame money a seco\
nd time, so with\
 a bank feed it \
writes none. You\
 can have the\x0a[f\
ees alone](payou\
ts.md#fees) reco\
rded as expenses\
 instead.\x0a\x0a## Wh\
ere payments lan\
d {#land}\x0a\x0aFresh\
Books decides to\
 which account a\
 payment is book\
ed; its interfac\
e takes no accou\
nt. fbrecon read\
s\x0afrom the ledge\
r where your pay\
ments lie. If th\
at is not the ac\
count you chose,\
 you are asked w\
hich it\x0ashall be\
, or whether pay\
ments pass throu\
gh it.\x0a\
\x00\x00\x08N\
#\
 The command lin\
e\x0a\x0a`fbrecon COMM\
AND --help` list\
s the words of e\
ach command, `--\
json` prints JSO\
N for scripts. W\
ith several\x0acomp\
anies, name one:\
 `fbrecon --comp\
any SLUG status`\
.\x0a\x0a| command | d\
oes |\x0a|---|---|\x0a\
| `gui` | opens \
the window; so d\
oes `fbrecon` al\
one |\x0a| `demo` |\
 plays the whole\
 job in a sandbo\
x |\x0a| `sandbox` \
| serves a made-\
up FreshBooks an\
d platform on th\
is computer |\x0a| \
`companies` | li\
sts companies; `\
add`, `restore`,\
 `remove` |\x0a| `c\
onnect` | `fresh\
books` signs in \
with your browse\
r, `platform` ta\
kes its key |\x0a| \
`disconnect` | f\
orgets `freshboo\
ks` or `platform\
` |\x0a| `accounts`\
 | the chart of \
accounts and wha\
t was chosen; `s\
et` chooses |\x0a| \
`sync` | one syn\
c now; `--full` \
reads everything\
 again, `--all` \
syncs every comp\
any, one after t\
he other |\x0a| `pa\
use`, `resume` |\
 have the open w\
indow's [schedul\
e rest](window.m\
d#pause), and go\
 on |\x0a| `preview\
` | what the nex\
t sync would wri\
te |\x0a| `status` \
| where everythi\
ng stands; `--al\
l`: every compan\
y in a line |\x0a| \
`list` | invoice\
s, customers, pa\
yments, payouts,\
 deposits, rules\
, clearing, atte\
ntion, activity \
|\x0a| `show` | bot\
h sides of one r\
ecord, and what \
happened to it |\
\x0a| `weeks` | wha\
t was collected \
and paid out by \
week |\x0a| `approv\
e`, `dismiss` | \
say yes or no to\
 what waits |\x0a| \
`undo` | takes b\
ack a payment, a\
 write or a whol\
e sync |\x0a| `rece\
ipt` | how a pay\
ment came into t\
he books |\x0a| `im\
port` | brings i\
n a file of paym\
ents, payouts or\
 bank lines |\x0a| \
`reconcile` | co\
unts which bank \
lines show payou\
ts |\x0a| `entries`\
 | saves entries\
 of payouts to t\
ype in |\x0a| `peri\
ods` | closed pe\
riods; `close`, \
`reopen` |\x0a| `re\
port` | writes t\
he report of a p\
eriod |\x0a| `setti\
ngs` | shows or \
changes a [setti\
ng](settings.md#\
names) |\x0a| `doct\
or` | checks fil\
es, connections \
and the vault |\x0a\
| `export` | eve\
rything of a com\
pany as CSV, JSO\
N and SQLite fil\
es |\x0a| `login` |\
 opens the windo\
w at login: `on`\
, `off` |\x0a| `com\
pletion` | what \
bash, zsh or fis\
h need to comple\
te commands |\x0a| \
`manual` | the m\
anual page |\x0a\x0aA \
command ends wit\
h 0 when it is d\
one, 1 when it f\
ailed, 2 for a w\
rong word, 3 whe\
n you must do so\
mething\x0afirst, a\
nd 4 when a serv\
ice is out of re\
ach for now.\x0a\
\x00\x00\x06]\
#\
 First steps\x0a\x0aNo\
thing is written\
 anywhere until \
you say so in st\
ep 4. You can st\
op after each st\
ep and go on\x0aano\
ther day.\x0a\x0a## Ju\
st look {#sandbo\
x}\x0a\x0a*Try it with\
 the sandbox* on\
 Home opens a se\
cond window with\
 a made-up Fresh\
Books and a made\
-up\x0aplatform, bo\
th on this compu\
ter only. Nothin\
g to sign up for\
, and nothing of\
 it is left when\
 you close\x0athat \
window.\x0a\x0a## With\
 your own books \
{#own}\x0a\x0a1. **Con\
nect FreshBooks.\
** You [register\
 an app](freshbo\
oks-app.md) once\
, enter its thre\
e values, then\x0a \
  sign in. The f\
irst copy begins\
 at once: the la\
st 12 months fir\
st, usable after\
 some minutes, t\
hen all\x0a   earli\
er years. You ca\
n work meanwhile\
.\x0a2. **Connect t\
he platform.** E\
nter the [API ke\
y](platform-key.\
md) of Alternati\
ve Payments. It \
is checked\x0a   wh\
en you enter it.\
\x0a3. **Set up acc\
ounts.** Say [wh\
ich ledger accou\
nts](accounts.md\
) are undeposite\
d funds, bank an\
d fees.\x0a4. **Swi\
tch on writing**\
, once the platf\
orm's own FreshB\
ooks link is off\
. Before that fb\
recon only\x0a   re\
ads: two program\
s that both writ\
e would record t\
he same payment \
twice.\x0a\x0a## Witho\
ut any key {#fil\
es}\x0a\x0aPayments, p\
ayouts and bank \
statements can c\
ome from [files]\
(files.md) alone\
. Connect FreshB\
ooks, skip the\x0ap\
latform, and use\
 *Import\xe2\x80\xa6* or \
drop a file on t\
he window. What \
a file holds is \
matched with you\
r books;\x0anothing\
 of it is record\
ed unless you ap\
prove it.\x0a\x0a## Fr\
om then on {#the\
n}\x0a\x0aWhile the wi\
ndow is open, pa\
yments are looke\
d for every 5 mi\
nutes and the bo\
oks are read eve\
ry hour;\x0aboth ca\
n be changed in \
[Settings](setti\
ngs.md). *Sync n\
ow* (F5) does it\
 at once. What f\
brecon cannot\x0ade\
cide by itself w\
aits under [Need\
s attention](att\
ention.md).\x0a\
\x00\x00\x02:\
#\
 Preview\x0a\x0aThe pa\
ge Preview shows\
 what the next s\
ync would write:\
 each payment, e\
ach copy of an i\
nvoice, each ent\
ry,\x0ain plain wor\
ds, and whether \
it can be taken \
back. Below it s\
tand the invoice\
s and the balanc\
es as they\x0awould\
 be afterwards. \
Looking changes \
nothing.\x0a\x0a*Write\
 this* reads bot\
h services first\
. If anything th\
at the preview w\
as built on has \
changed\x0asince, n\
othing is writte\
n and you see th\
e new preview. W\
hat has come up \
meanwhile waits \
for the next\x0asyn\
c.\x0a\x0aWhat is [unc\
ertain](posting.\
md#uncertain) is\
 not in the prev\
iew: only readin\
g FreshBooks set\
tles it.\x0a\
\x00\x00\x02\xed\
#\
 Undo\x0a\x0a**Ctrl+Z*\
* takes back you\
r last decision \
(a yes, a no, a \
match) as long a\
s nothing was se\
nt because of it\
.\x0a\x0a*Undo* takes \
back what was wr\
itten: one payme\
nt on the page P\
ayments, one wri\
te in Activity, \
or a whole\x0async \
in the history u\
nder Settings.\x0a\x0a\
- First it reads\
 what is there a\
nd shows you wha\
t would be resto\
red.\x0a- It goes o\
n only if everyt\
hing still is as\
 it was written.\
 If one record w\
as changed since\
, it says what\x0a \
 changed and tak\
es back nothing.\
\x0a- A payment is \
deleted in Fresh\
Books, a copy of\
 an invoice arch\
ived on the plat\
form, an expense\
 deleted.\x0a- A jo\
urnal entry cann\
ot be deleted in\
 FreshBooks; a s\
econd entry reve\
rses it.\x0a- What \
was taken back i\
s not written ag\
ain by itself.\x0a\x0a\
Only what fbreco\
n wrote is ever \
taken back.\x0a\
\x00\x00\x0a\x8b\
#\
 The window, pag\
e by page\x0a\x0a| pag\
e | shows |\x0a|---\
|---|\x0a| Home | b\
oth connections,\
 what is still t\
o do, the schedu\
le, the [clearin\
g proof](clearin\
g.md), what was \
collected and pa\
id out |\x0a| Invoi\
ces | every invo\
ice, its lines a\
nd payments, and\
 where it stands\
 on the platform\
 |\x0a| Customers |\
 what each custo\
mer owes, with t\
heir invoices an\
d payments |\x0a| P\
ayments | paymen\
ts of both sides\
, how each stand\
s, and its [rece\
ipt](posting.md#\
receipt) |\x0a| Pay\
outs | what each\
 [payout](payout\
s.md) is made of\
, and how it sta\
nds in the ledge\
r |\x0a| Deposits |\
 every line of y\
our bank stateme\
nts, with the pa\
yout that it sho\
ws (Ctrl+D) |\x0a| \
Reconcile | [ban\
k lines](reconci\
le.md) beside th\
e payouts that t\
hey show |\x0a| Nee\
ds attention | [\
what only you ca\
n settle](attent\
ion.md), with wh\
at to do |\x0a| Pre\
view | [what the\
 next sync would\
 write](preview.\
md) |\x0a| Activity\
 | every write a\
nd every decisio\
n: who, when, wh\
y. It only grows\
 |\x0a| Reports | t\
he [report of a \
period](reports.\
md), before it i\
s saved |\x0a| Sett\
ings | [settings\
](settings.md), \
connections, fil\
es and backups, \
the sync history\
 |\x0a\x0a## What happ\
ened {#story}\x0a\x0aB\
eneath a table s\
tands the curren\
t row: how Fresh\
Books and the pl\
atform state it,\
 with a mark whe\
re they\x0adiffer, \
and every step f\
rom the invoice \
to the bank. A s\
tep that fbrecon\
 took leads to i\
ts receipt.\x0aCtrl\
+O opens the rec\
ord in FreshBook\
s; a journal ent\
ry has no addres\
s there that is \
known, so its nu\
mber\x0aand marker \
are shown instea\
d.\x0a\x0a## Companies\
 {#companies}\x0a\x0aT\
he name above th\
e pages opens th\
e list of compan\
ies (Ctrl+K): sw\
itch, add, resto\
re, remove. Each\
\x0acompany has a f\
ile of its own, \
and all are kept\
 up to date whil\
e the window is \
open. Removing o\
ne deletes\x0aits f\
ile and backups \
on this computer\
; nothing change\
s in FreshBooks \
or on the platfo\
rm.\x0a\x0a## Pause {#\
pause}\x0a\x0a*Pause s\
yncing\xe2\x80\xa6* benea\
th the schedule \
on Home has this\
 company rest: f\
or an hour, unti\
l tomorrow (the \
day\x0aof the busin\
ess), or until y\
ou resume. The t\
ray's menu pause\
s all companies.\
 A sync that the\
 schedule\x0abegan \
stops at its nex\
t safe point. *S\
ync now* works a\
ll the same, and\
 what was missed\
 is made up for\x0a\
afterwards. A pa\
use outlasts the\
 window.\x0a\x0a## Tab\
les {#tables}\x0a\x0aC\
lick a column to\
 sort by it. The\
 search finds nu\
mbers, names and\
 sums. *Columns*\
 chooses what is\
 shown,\x0aa filter\
 can be kept und\
er a name, and w\
hat a table show\
s can be saved a\
s CSV or as a wo\
rkbook. Ctrl+C\x0ac\
opies the select\
ed rows.\x0a\x0a## Not\
ices {#notices}\x0a\
\x0aWhile the windo\
w is in front, a\
 short line at i\
ts foot says wha\
t a sync brought\
. While it is no\
t, a\x0anotice of y\
our system tells\
 when something \
new needs you: o\
ne for all, neve\
r more than one \
at a\x0atime, and n\
one while a sync\
 runs. [Settings\
](settings.md#no\
tices) switches \
them off.\x0a\
\x00\x00\x06\x16\
#\
 What flows, and\
 what never\x0a\x0a| w\
hat | goes |\x0a|--\
-|---|\x0a| custome\
rs, invoices, li\
nes | from Fresh\
Books to this co\
mputer, and to t\
he platform |\x0a| \
payments collect\
ed on the platfo\
rm | to FreshBoo\
ks, each one onc\
e |\x0a| payments r\
ecorded in Fresh\
Books | to this \
computer; the su\
m due on the pla\
tform falls by t\
hem |\x0a| payouts \
| from the platf\
orm to this comp\
uter; into the l\
edger once you [\
switch that on](\
payouts.md) |\x0a\x0a#\
# Invoices {#inv\
oices}\x0a\x0a- An ope\
n invoice is put\
 on the platform\
. When it change\
s in FreshBooks \
before it is pai\
d, the copy ther\
e\x0a  is archived \
and a new one is\
 put in its plac\
e, since the pla\
tform lets nobod\
y change an invo\
ice.\x0a- When it i\
s settled in Fre\
shBooks, dispute\
d, or made a dra\
ft again, the co\
py is archived.\x0a\
- Neither happen\
s while a paymen\
t on it is under\
 way.\x0a- Once it \
is paid in full \
through the plat\
form it stays as\
 it is. A later \
change in FreshB\
ooks is shown to\
\x0a  you, and reac\
hes nobody.\x0a- Dr\
afts, disputed i\
nvoices and invo\
ices over nothin\
g are copied and\
 not put on the \
platform.\x0a\x0a## Wh\
at never happens\
 {#never}\x0a\x0a- Not\
hing that is mad\
e or changed on \
the platform rea\
ches the books, \
but its payments\
.\x0a- Nothing that\
 you wrote in Fr\
eshBooks is chan\
ged or deleted.\x0a\
- Payments from \
before the conne\
ction are never \
recorded by them\
selves. They wai\
t for you.\x0a- \xe2\x80\x9c\
Marked as paid\xe2\x80\
\x9d in the dashboa\
rd is not money:\
 it is matched, \
never recorded.\x0a\
- Deleting or ar\
chiving in Fresh\
Books archives n\
othing on the pl\
atform; you are \
asked to do it.\x0a\
- No payment is \
deleted because \
the platform too\
k it back. You a\
re told, and dec\
ide.\x0a\
\x00\x00\x05\xb3\
#\
 Files\x0a\x0a*Import\xe2\
\x80\xa6* on the pages\
 Payments and Pa\
youts, Ctrl+I, o\
r a file dropped\
 on the window. \
You see what the\
\x0afile was recogn\
ised as, its fir\
st rows, and wha\
t would go in, b\
efore anything i\
s imported. The \
same rows\x0aagain \
change nothing.\x0a\
\x0a| from | downlo\
ad | import as |\
\x0a|---|---|---|\x0a|\
 Stripe | Report\
s, *Payout recon\
ciliation*, Item\
ized, all column\
s, CSV | payment\
s, then the same\
 file as payouts\
 |\x0a| GoCardless \
| Payments, *Exp\
ort*; and a payo\
ut's *Export* | \
payments; payout\
s |\x0a| Square | T\
ransactions, *Ex\
port*, Transacti\
ons CSV | paymen\
ts, then the sam\
e file as payout\
s |\x0a| your bank \
| OFX, QFX, CAMT\
.053 or CSV | ba\
nk lines |\x0a\x0a## A\
ny other table {\
#columns}\x0a\x0aSay w\
hich column is w\
hich, once. The \
answer is kept u\
nder a name and \
used by itself f\
or files with th\
ose\x0acolumns. Whe\
re a file does n\
ot tell whether \
the day or the m\
onth comes first\
, which mark is \
the decimal\x0aone,\
 or which curren\
cy it is, you ar\
e asked; nothing\
 is guessed.\x0a\x0a##\
 What becomes of\
 it {#then}\x0a\x0aPay\
ments of files a\
re looked for in\
 FreshBooks with\
 the next sync. \
What is there is\
 matched. What i\
s not\x0awaits with\
 its reason, and\
 is recorded onl\
y when you appro\
ve it; *Which in\
voice\xe2\x80\xa6* (Ctrl+\
Shift+Return) na\
mes\x0athe invoice \
where the file d\
oes not: those t\
hat come near ar\
e first, and any\
 open one is fou\
nd by number,\x0acu\
stomer or sum. T\
he same payment \
is recorded once\
, however often \
its file comes.\x0a\
\x0aA row that cann\
ot be read is na\
med with its num\
ber and reason; \
the others go in\
.\x0a\
\x00\x00\x06{\
#\
 Posting payment\
s, and receipts\x0a\
\x0aA payment that \
is collected on \
the platform is \
recorded on its \
invoice in Fresh\
Books. It is rec\
orded\x0aonce, what\
ever happens in \
between.\x0a\x0a## How\
 {#how}\x0a\x0a1. The \
intention is wri\
tten down on thi\
s computer first\
, with a mark th\
at belongs to th\
is payment alone\
.\x0a2. The invoice\
 and all its pay\
ments are read i\
n FreshBooks. If\
 the payment is \
there already, i\
t is\x0a   adopted.\
 If something is\
 not beyond doub\
t, it is held an\
d you are asked.\
\x0a3. It is sent o\
nce.\x0a4. It is re\
ad back and comp\
ared: sum, invoi\
ce, day.\x0a\x0aThe ma\
rk (`FBR-` and 1\
6 characters) st\
ands in the note\
 of the payment \
in FreshBooks. B\
y it fbrecon fin\
ds\x0aits own payme\
nts again, even \
if this computer\
 is lost.\x0a\x0a## Th\
e sum {#sum}\x0a\x0aWh\
at is recorded i\
s what the payme\
nt takes off the\
 invoice: what w\
as charged, less\
 a fee that the\x0a\
customer paid on\
 top. The fee th\
at you pay is pa\
rt of the [payou\
t](payouts.md).\x0a\
\x0a## Uncertain {#\
uncertain}\x0a\x0aIf t\
he answer of Fre\
shBooks gets los\
t, nobody can te\
ll at once wheth\
er the payment a\
rrived. It is ne\
ver\x0asimply sent \
again. fbrecon r\
eads until that \
is settled: with\
 every sync, and\
 not before a qu\
arter of an\x0ahour\
 has passed does\
 \xe2\x80\x9cnot there\xe2\x80\x9d\
 count. You have\
 nothing to do.\x0a\
\x0a## Receipt {#re\
ceipt}\x0a\x0a*Receipt\
* on the page Pa\
yments shows how\
 one payment cam\
e into the books\
: what was inten\
ded, what was\x0are\
ad before, each \
send with its an\
swer, the proof,\
 the mark and a \
link. It can be \
saved as text, a\
s a page\x0aor as J\
SON.\x0a\x0a## Approve\
 and dismiss {#a\
pprove}\x0a\x0a*Approv\
e* says yes to w\
hat you were sho\
wn, and to nothi\
ng else: a new d\
oubt is asked ab\
out anew. *Dismi\
ss*\x0asays no. Bot\
h can be taken b\
ack with Ctrl+Z \
until something \
was sent.\x0a\
\x00\x00\x018\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M5 2.75h\
6.5L15.5 6.75V17\
.25H5z\x22/><path d\
=\x22M11.25 3v4h4\x22/\
><path d=\x22M8 14.\
25v-2\x22/><path d=\
\x22M10.25 14.25v-4\
\x22/><path d=\x22M12.\
5 14.25v-1.25\x22/>\
</svg>\x0a\
\x00\x00\x00\xda\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M5.25 3.\
25h9.5v13.5L10 1\
3.25l-4.75 3.5z\x22\
/></svg>\x0a\
\x00\x00\x01\x0a\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
rect x=\x223\x22 y=\x223.\
75\x22 width=\x2214\x22 h\
eight=\x2212.5\x22 rx=\
\x221.5\x22/><path d=\x22\
M7.75 3.75v12.5M\
12.25 3.75v12.5\x22\
/></svg>\x0a\
\x00\x00\x01\x10\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
rect x=\x224.25\x22 y=\
\x229\x22 width=\x2211.5\x22\
 height=\x227.75\x22 r\
x=\x221.5\x22/><path d\
=\x22M6.75 9V6.5a3.\
25 3.25 0 0 1 6.\
5 0V9\x22/></svg>\x0a\
\x00\x00\x01\x16\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M3 10a7 \
7 0 0 1 11.5-5.3\
5\x22/><path d=\x22M17\
 10a7 7 0 0 1-11\
.5 5.35\x22/><path \
d=\x22M6.75 10.25 9\
 12.5l4.5-5\x22/></\
svg>\x0a\
\x00\x00\x01\x18\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
rect x=\x222.75\x22 y=\
\x224.75\x22 width=\x2214\
.5\x22 height=\x2210.5\
\x22 rx=\x221.75\x22/><pa\
th d=\x22M2.75 8.25\
h14.5\x22/><path d=\
\x22M5.5 12.25h3\x22/>\
</svg>\x0a\
\x00\x00\x01)\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M10 4v12\
.5\x22/><path d=\x22M5\
.5 16.5h9\x22/><pat\
h d=\x22M4 6h12\x22/><\
path d=\x22M4.75 6 \
2.5 11.5h4.5z\x22/>\
<path d=\x22M15.25 \
6 13 11.5h4.5z\x22/\
></svg>\x0a\
\x00\x00\x00\xcb\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M5 7.75 \
10 12.75 15 7.75\
\x22/></svg>\x0a\
\x00\x00\x01;\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
ellipse cx=\x2210\x22 \
cy=\x225\x22 rx=\x226\x22 ry\
=\x222.25\x22/><path d\
=\x22M4 5v10c0 1.25\
 2.7 2.25 6 2.25\
s6-1 6-2.25V5\x22/>\
<path d=\x22M4 10c0\
 1.25 2.7 2.25 6\
 2.25s6-1 6-2.25\
\x22/></svg>\x0a\
\x00\x00\x01\x1c\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
circle cx=\x226.5\x22 \
cy=\x2213.5\x22 r=\x223.2\
5\x22/><path d=\x22M8.\
9 11.1 16.5 3.5\x22\
/><path d=\x22M13.5\
 6.5l2.5 2.5M11.\
25 8.75l1.75 1.7\
5\x22/></svg>\x0a\
\x00\x00\x00\xc3\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22g\
ray\x22 stroke-widt\
h=\x221.5\x22 stroke-l\
inecap=\x22round\x22 s\
troke-linejoin=\x22\
round\x22><path d=\x22\
M5 7.75 10 12.75\
 15 7.75\x22/></svg\
>\x0a\
\x00\x00\x01\x18\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M3 6h7.5\
M14.5 6H17M3 14h\
2.5M9.5 14H17\x22/>\
<circle cx=\x2212.5\
\x22 cy=\x226\x22 r=\x222\x22/>\
<circle cx=\x227.5\x22\
 cy=\x2214\x22 r=\x222\x22/>\
</svg>\x0a\
\x00\x00\x00\xfb\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
circle cx=\x2210\x22 c\
y=\x2210\x22 r=\x227\x22/><p\
ath d=\x22M10 3a7 7\
 0 0 1 0 14z\x22 fi\
ll=\x22currentColor\
\x22/></svg>\x0a\
\x00\x00\x00\xee\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
circle cx=\x2210\x22 c\
y=\x2210\x22 r=\x227\x22/><p\
ath d=\x22M6.75 10.\
25 9 12.5l4.25-4\
.75\x22/></svg>\x0a\
\x00\x00\x00\xbf\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22b\
lack\x22 stroke-wid\
th=\x222.5\x22 stroke-\
linecap=\x22round\x22 \
stroke-linejoin=\
\x22round\x22><path d=\
\x22M4 10.5 8 14.5 \
16 6\x22/></svg>\x0a\
\x00\x00\x00\xf6\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M10 3.25\
 17.5 16.5h-15z\x22\
/><path d=\x22M10 8\
v4\x22/><path d=\x22M1\
0 14.25v.01\x22/></\
svg>\x0a\
\x00\x00\x00\xf6\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
circle cx=\x2210\x22 c\
y=\x2210\x22 r=\x227\x22/><p\
ath d=\x22M10 9.25v\
4.25\x22/><path d=\x22\
M10 6.5v.01\x22/></\
svg>\x0a\
\x00\x00\x00\xc7\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M5 5l10 \
10M15 5 5 15\x22/><\
/svg>\x0a\
\x00\x00\x01\x00\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M11.5 3.\
5h5v5\x22/><path d=\
\x22M16.5 3.5 9.5 1\
0.5\x22/><path d=\x22M\
14.5 11.5v5h-11v\
-11h5\x22/></svg>\x0a\
\x00\x00\x01\x07\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M3 12.5 \
5.25 4.5h9.5L17 \
12.5\x22/><path d=\x22\
M3 12.5v4h14v-4h\
-4.25a2.75 2.75 \
0 0 1-5.5 0z\x22/><\
/svg>\x0a\
\x00\x00\x01\x07\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
circle cx=\x2210\x22 c\
y=\x226.75\x22 r=\x223.25\
\x22/><path d=\x22M3.7\
5 16.75c.6-3.3 3\
-5 6.25-5s5.65 1\
.700 6.25 5z\x22/><\
/svg>\x0a\
\x00\x00\x00\xe1\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
circle cx=\x2210\x22 c\
y=\x2210\x22 r=\x227\x22/><p\
ath d=\x22M10 5.75V\
10l3 2\x22/></svg>\x0a\
\
\x00\x00\x01\x19\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M5 2.75h\
7l3.25 3.25v11.2\
5H5z\x22/><path d=\x22\
M11.75 2.75V6.25\
h3.5\x22/><path d=\x22\
M7.5 9.5h5M7.5 1\
2h5M7.5 14.5h3\x22/\
></svg>\x0a\
\x00\x00\x014\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
rect x=\x227\x22 y=\x227\x22\
 width=\x229.5\x22 hei\
ght=\x229.5\x22 rx=\x221.\
5\x22/><path d=\x22M13\
 7V5a1.5 1.5 0 0\
 0-1.5-1.5H5A1.5\
 1.5 0 0 0 3.5 5\
v6.5A1.5 1.5 0 0\
 0 5 13h2\x22/></sv\
g>\x0a\
\x00\x00\x01=\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M8.5 11.\
5a3 3 0 0 0 4.25\
 0l2.75-2.75a3 3\
 0 0 0-4.25-4.25\
L10.25 5.5\x22/><pa\
th d=\x22M11.5 8.5a\
3 3 0 0 0-4.25 0\
L4.5 11.25a3 3 0\
 0 0 4.25 4.25l1\
-1\x22/></svg>\x0a\
\x00\x00\x00\xec\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
circle cx=\x228.75\x22\
 cy=\x228.75\x22 r=\x225\x22\
/><path d=\x22M12.5\
 12.5 16.75 16.7\
5\x22/></svg>\x0a\
\x00\x00\x00\xc6\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M4 10.5 \
8 14.5 16 6\x22/></\
svg>\x0a\
\x00\x00\x01\x06\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M3 8.25 \
10 3.5l7 4.75z\x22/\
><path d=\x22M5 8.5\
v6M10 8.5v6M15 8\
.5v6\x22/><path d=\x22\
M3 16.75h14\x22/></\
svg>\x0a\
\x00\x00\x01$\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M3.5 16.\
5 4.5 12.75 13.2\
5 4a1.6 1.6 0 0 \
1 2.25 0l.5.5a1.\
6 1.6 0 0 1 0 2.\
25L7.25 15.5z\x22/>\
<path d=\x22M12 5.2\
5 14.75 8\x22/></sv\
g>\x0a\
\x00\x00\x00\xc6\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
circle cx=\x2210\x22 c\
y=\x2210\x22 r=\x227\x22/></\
svg>\x0a\
\x00\x00\x01H\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M10 3.25\
a4.25 4.25 0 0 0\
-4.25 4.25c0 4-1\
.75 5.25-1.75 5.\
25h12s-1.75-1.25\
-1.75-5.25A4.25 \
4.25 0 0 0 10 3.\
25z\x22/><path d=\x22M\
8.25 15.5a1.9 1.\
9 0 0 0 3.5 0\x22/>\
</svg>\x0a\
\x00\x00\x01\x0e\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
rect x=\x224.25\x22 y=\
\x229\x22 width=\x2211.5\x22\
 height=\x227.75\x22 r\
x=\x221.5\x22/><path d\
=\x22M6.75 9V6.5a3.\
25 3.25 0 0 1 6.\
3-1\x22/></svg>\x0a\
\x00\x00\x01\x1e\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
circle cx=\x2210\x22 c\
y=\x2210\x22 r=\x227\x22/><p\
ath d=\x22M7.9 8a2.\
15 2.15 0 1 1 3.\
2 1.9c-.7.4-1.1.\
85-1.1 1.6\x22/><pa\
th d=\x22M10 13.75v\
.01\x22/></svg>\x0a\
\x00\x00\x00\xf2\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M10 3.25\
v9M6.5 9l3.5 3.5\
L13.5 9\x22/><path \
d=\x22M4 14.25v2.5h\
12v-2.5\x22/></svg>\
\x0a\
\x00\x00\x01\x05\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M3.5 9 1\
0 3.5 16.5 9\x22/><\
path d=\x22M5 8v8.5\
h10V8\x22/><path d=\
\x22M8.25 16.5v-4.7\
5h3.5v4.75\x22/></s\
vg>\x0a\
\x00\x00\x00\xbf\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22w\
hite\x22 stroke-wid\
th=\x222.5\x22 stroke-\
linecap=\x22round\x22 \
stroke-linejoin=\
\x22round\x22><path d=\
\x22M4 10.5 8 14.5 \
16 6\x22/></svg>\x0a\
\x00\x00\x01-\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M10 5.5C\
8.5 4.25 6 3.75 \
3 4v11.25c3-.25 \
5.5.25 7 1.5 1.5\
-1.25 4-1.75 7-1\
.5V4c-3-.25-5.5.\
25-7 1.5z\x22/><pat\
h d=\x22M10 5.5v11.\
25\x22/></svg>\x0a\
\x00\x00\x00\xde\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M3.75 10\
h12.5M11.5 5.25 \
16.25 10l-4.75 4\
.75\x22/></svg>\x0a\
\x00\x00\x01I\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M16.25 8\
.5A6.5 6.5 0 0 0\
 4.6 6.4L3.25 8\x22\
/><path d=\x22M3.25\
 4.25V8H7\x22/><pat\
h d=\x22M3.75 11.5a\
6.5 6.5 0 0 0 11\
.65 2.1L16.75 12\
\x22/><path d=\x22M16.\
75 15.75V12H13\x22/\
></svg>\x0a\
\x00\x00\x00\xdc\
<\
svg xmlns=\x22http:\
//www.w3.org/200\
0/svg\x22 viewBox=\x22\
0 0 20 20\x22 fill=\
\x22none\x22 stroke=\x22c\
urrentColor\x22 str\
oke-width=\x221.5\x22 \
stroke-linecap=\x22\
round\x22 stroke-li\
nejoin=\x22round\x22><\
path d=\x22M16.25 1\
0H3.75M8.5 5.25 \
3.75 10l4.75 4.7\
5\x22/></svg>\x0a\
"

qt_resource_name = b"\
\x00\x05\
\x00o\xa6S\
\x00i\
\x00c\x00o\x00n\x00s\
\x00\x04\
\x00\x06\xec0\
\x00h\
\x00e\x00l\x00p\
\x00\x0a\
\x06\x94}\xd4\
\x00r\
\x00e\x00p\x00o\x00r\x00t\x00s\x00.\x00m\x00d\
\x00\x08\
\x04\xac\xbb4\
\x00i\
\x00n\x00d\x00e\x00x\x00.\x00m\x00d\
\x00\x0a\
\x0a\x09\xe3\xf4\
\x00c\
\x00l\x00o\x00s\x00i\x00n\x00g\x00.\x00m\x00d\
\x00\x09\
\x0d\x04\x8d\xf4\
\x00m\
\x00o\x00v\x00i\x00n\x00g\x00.\x00m\x00d\
\x00\x0b\
\x00\xbd\xf2T\
\x00s\
\x00e\x00t\x00t\x00i\x00n\x00g\x00s\x00.\x00m\x00d\
\x00\x0a\
\x02\xcajt\
\x00b\
\x00a\x00c\x00k\x00u\x00p\x00s\x00.\x00m\x00d\
\x00\x0c\
\x07\x15I\xb4\
\x00r\
\x00e\x00c\x00o\x00n\x00c\x00i\x00l\x00e\x00.\x00m\x00d\
\x00\x0b\
\x09U\xe8t\
\x00g\
\x00l\x00o\x00s\x00s\x00a\x00r\x00y\x00.\x00m\x00d\
\x00\x0c\
\x08\x15M\x94\
\x00a\
\x00t\x00t\x00e\x00n\x00t\x00i\x00o\x00n\x00.\x00m\x00d\
\x00\x0b\
\x05k\xea\x14\
\x00k\
\x00e\x00y\x00b\x00o\x00a\x00r\x00d\x00.\x00m\x00d\
\x00\x0a\
\x0ctw4\
\x00p\
\x00r\x00i\x00v\x00a\x00c\x00y\x00.\x00m\x00d\
\x00\x0f\
\x05G\xc8\x94\
\x00p\
\x00l\x00a\x00t\x00f\x00o\x00r\x00m\x00-\x00k\x00e\x00y\x00.\x00m\x00d\
\x00\x0b\
\x08P\xf24\
\x00c\
\x00l\x00e\x00a\x00r\x00i\x00n\x00g\x00.\x00m\x00d\
\x00\x11\
\x0f%\xc2\x14\
\x00f\
\x00r\x00e\x00s\x00h\x00b\x00o\x00o\x00k\x00s\x00-\x00a\x00p\x00p\x00.\x00m\x00d\
\
\x00\x0a\
\x06\xc5\xb74\
\x00p\
\x00a\x00y\x00o\x00u\x00t\x00s\x00.\x00m\x00d\
\x00\x0b\
\x0c\x94\x91\xf4\
\x00a\
\x00c\x00c\x00o\x00u\x00n\x00t\x00s\x00.\x00m\x00d\
\x00\x0f\
\x0a\xb5m4\
\x00c\
\x00o\x00m\x00m\x00a\x00n\x00d\x00-\x00l\x00i\x00n\x00e\x00.\x00m\x00d\
\x00\x0e\
\x0b\xf3\xd74\
\x00f\
\x00i\x00r\x00s\x00t\x00-\x00s\x00t\x00e\x00p\x00s\x00.\x00m\x00d\
\x00\x0a\
\x0c\xf2\x94\xb4\
\x00p\
\x00r\x00e\x00v\x00i\x00e\x00w\x00.\x00m\x00d\
\x00\x07\
\x0cK%\xd4\
\x00u\
\x00n\x00d\x00o\x00.\x00m\x00d\
\x00\x09\
\x04\xb6\x994\
\x00w\
\x00i\x00n\x00d\x00o\x00w\x00.\x00m\x00d\
\x00\x0d\
\x08\xbe\xc3t\
\x00w\
\x00h\x00a\x00t\x00-\x00f\x00l\x00o\x00w\x00s\x00.\x00m\x00d\
\x00\x08\
\x00,h\x94\
\x00f\
\x00i\x00l\x00e\x00s\x00.\x00m\x00d\
\x00\x0a\
\x0b\x0a\x88t\
\x00p\
\x00o\x00s\x00t\x00i\x00n\x00g\x00.\x00m\x00d\
\x00\x0a\
\x06\x98B'\
\x00r\
\x00e\x00p\x00o\x00r\x00t\x00.\x00s\x00v\x00g\
\x00\x0c\
\x05\xa2\x9e\xa7\
\x00b\
\x00o\x00o\x00k\x00m\x00a\x00r\x00k\x00.\x00s\x00v\x00g\
\x00\x0b\
\x04\x82\x9dG\
\x00c\
\x00o\x00l\x00u\x00m\x00n\x00s\x00.\x00s\x00v\x00g\
\x00\x08\
\x05\x9eT\xa7\
\x00l\
\x00o\x00c\x00k\x00.\x00s\x00v\x00g\
\x00\x08\
\x05\xe2T\xa7\
\x00l\
\x00o\x00g\x00o\x00.\x00s\x00v\x00g\
\x00\x0b\
\x0c\xbaz\xa7\
\x00p\
\x00a\x00y\x00m\x00e\x00n\x00t\x00.\x00s\x00v\x00g\
\x00\x0c\
\x09I\x17G\
\x00a\
\x00c\x00c\x00o\x00u\x00n\x00t\x00s\x00.\x00s\x00v\x00g\
\x00\x10\
\x0e\x17\x06\x87\
\x00c\
\x00h\x00e\x00v\x00r\x00o\x00n\x00-\x00d\x00o\x00w\x00n\x00.\x00s\x00v\x00g\
\x00\x0a\
\x05\xbb\x17G\
\x00c\
\x00o\x00u\x00n\x00t\x00s\x00.\x00s\x00v\x00g\
\x00\x07\
\x01\xccZ'\
\x00k\
\x00e\x00y\x00.\x00s\x00v\x00g\
\x00\x10\
\x03b9\x87\
\x00c\
\x00h\x00e\x00v\x00r\x00o\x00n\x00-\x00m\x00e\x00n\x00u\x00.\x00s\x00v\x00g\
\x00\x0c\
\x0b\xdf,\xc7\
\x00s\
\x00e\x00t\x00t\x00i\x00n\x00g\x00s\x00.\x00s\x00v\x00g\
\x00\x0c\
\x05\xeb\xed\xc7\
\x00c\
\x00o\x00n\x00t\x00r\x00a\x00s\x00t\x00.\x00s\x00v\x00g\
\x00\x10\
\x0d\xfd\xe1'\
\x00c\
\x00h\x00e\x00c\x00k\x00-\x00c\x00i\x00r\x00c\x00l\x00e\x00.\x00s\x00v\x00g\
\x00\x12\
\x0e\xcf\xb8\xe7\
\x00c\
\x00h\x00e\x00c\x00k\x00-\x00o\x00n\x00-\x00l\x00i\x00g\x00h\x00t\x00.\x00s\x00v\
\x00g\
\x00\x09\
\x0c\x97\x8a\x87\
\x00a\
\x00l\x00e\x00r\x00t\x00.\x00s\x00v\x00g\
\x00\x08\
\x04\xd2T\xc7\
\x00i\
\x00n\x00f\x00o\x00.\x00s\x00v\x00g\
\x00\x09\
\x06\x98\x8e\xa7\
\x00c\
\x00l\x00o\x00s\x00e\x00.\x00s\x00v\x00g\
\x00\x0c\
\x09\xe0\x03\xe7\
\x00e\
\x00x\x00t\x00e\x00r\x00n\x00a\x00l\x00.\x00s\x00v\x00g\
\x00\x09\
\x07\xbc\x82G\
\x00e\
\x00m\x00p\x00t\x00y\x00.\x00s\x00v\x00g\
\x00\x0c\
\x0e\x9c\x0c\x07\
\x00c\
\x00u\x00s\x00t\x00o\x00m\x00e\x00r\x00.\x00s\x00v\x00g\
\x00\x09\
\x05\x9e\x8e\xa7\
\x00c\
\x00l\x00o\x00c\x00k\x00.\x00s\x00v\x00g\
\x00\x0b\
\x0fx\xe0g\
\x00i\
\x00n\x00v\x00o\x00i\x00c\x00e\x00.\x00s\x00v\x00g\
\x00\x08\
\x06|W\x87\
\x00c\
\x00o\x00p\x00y\x00.\x00s\x00v\x00g\
\x00\x08\
\x00NT\xa7\
\x00l\
\x00i\x00n\x00k\x00.\x00s\x00v\x00g\
\x00\x0a\
\x08\x94m\xc7\
\x00s\
\x00e\x00a\x00r\x00c\x00h\x00.\x00s\x00v\x00g\
\x00\x09\
\x0b\x9e\x89\x07\
\x00c\
\x00h\x00e\x00c\x00k\x00.\x00s\x00v\x00g\
\x00\x0c\
\x08mOg\
\x00p\
\x00l\x00a\x00t\x00f\x00o\x00r\x00m\x00.\x00s\x00v\x00g\
\x00\x09\
\x00\xa8\xa7\xe7\
\x00w\
\x00r\x00i\x00t\x00e\x00.\x00s\x00v\x00g\
\x00\x0a\
\x0a-\x1b\xc7\
\x00c\
\x00i\x00r\x00c\x00l\x00e\x00.\x00s\x00v\x00g\
\x00\x0d\
\x01T\xd1\xc7\
\x00a\
\x00t\x00t\x00e\x00n\x00t\x00i\x00o\x00n\x00.\x00s\x00v\x00g\
\x00\x0d\
\x002\x93\xc7\
\x00l\
\x00o\x00c\x00k\x00-\x00o\x00p\x00e\x00n\x00.\x00s\x00v\x00g\
\x00\x0c\
\x03v\xcf\x87\
\x00q\
\x00u\x00e\x00s\x00t\x00i\x00o\x00n\x00.\x00s\x00v\x00g\
\x00\x0c\
\x08\x1a\x90\xa7\
\x00d\
\x00o\x00w\x00n\x00l\x00o\x00a\x00d\x00.\x00s\x00v\x00g\
\x00\x08\
\x068W'\
\x00h\
\x00o\x00m\x00e\x00.\x00s\x00v\x00g\
\x00\x11\
\x06\xc1\xd3\xe7\
\x00c\
\x00h\x00e\x00c\x00k\x00-\x00o\x00n\x00-\x00d\x00a\x00r\x00k\x00.\x00s\x00v\x00g\
\
\x00\x09\
\x06&\x88\x07\
\x00b\
\x00o\x00o\x00k\x00s\x00.\x00s\x00v\x00g\
\x00\x0f\
\x0f\x22iG\
\x00a\
\x00r\x00r\x00o\x00w\x00-\x00r\x00i\x00g\x00h\x00t\x00.\x00s\x00v\x00g\
\x00\x08\
\x00FU\xa7\
\x00s\
\x00y\x00n\x00c\x00.\x00s\x00v\x00g\
\x00\x0e\
\x08\xfa8\xa7\
\x00a\
\x00r\x00r\x00o\x00w\x00-\x00l\x00e\x00f\x00t\x00.\x00s\x00v\x00g\
"

qt_resource_struct = b"\
\x00\x00\x00\x00\x00\x02\x00\x00\x00\x02\x00\x00\x00\x01\
\x00\x00\x00\x10\x00\x02\x00\x00\x00\x18\x00\x00\x00+\
\x00\x00\x00\x00\x00\x02\x00\x00\x00(\x00\x00\x00\x03\
\x00\x00\x06\x1a\x00\x00\x00\x00\x00\x01\x00\x00\xb1\xaf\
\x00\x00\x06\xf0\x00\x00\x00\x00\x00\x01\x00\x00\xb8\xb8\
\x00\x00\x05b\x00\x00\x00\x00\x00\x01\x00\x00\xaal\
\x00\x00\x05\xc8\x00\x00\x00\x00\x00\x01\x00\x00\xaeq\
\x00\x00\x05\xfa\x00\x00\x00\x00\x00\x01\x00\x00\xb0c\
\x00\x00\x03\xb8\x00\x00\x00\x00\x00\x01\x00\x00\x9b\xa2\
\x00\x00\x03\xcc\x00\x00\x00\x00\x00\x01\x00\x00\x9c\xc2\
\x00\x00\x06:\x00\x00\x00\x00\x00\x01\x00\x00\xb2\xc1\
\x00\x00\x02\xf6\x00\x00\x00\x00\x00\x01\x00\x00\x94\x0f\
\x00\x00\x04\x96\x00\x00\x00\x00\x00\x01\x00\x00\xa2S\
\x00\x00\x03\x12\x00\x00\x00\x00\x00\x01\x00\x00\x95\x1d\
\x00\x00\x05\x18\x00\x00\x00\x00\x00\x01\x00\x00\xa72\
\x00\x00\x02\xd8\x00\x00\x00\x00\x00\x01\x00\x00\x931\
\x00\x00\x03\x9e\x00\x00\x00\x00\x00\x01\x00\x00\x9ac\
\x00\x00\x03(\x00\x00\x00\x00\x00\x01\x00\x00\x961\
\x00\x00\x04\x10\x00\x00\x00\x00\x00\x01\x00\x00\x9e\xa5\
\x00\x00\x06\xb4\x00\x00\x00\x00\x00\x01\x00\x00\xb6\xa5\
\x00\x00\x06v\x00\x00\x00\x00\x00\x01\x00\x00\xb4\xd9\
\x00\x00\x05L\x00\x00\x00\x00\x00\x01\x00\x00\xa94\
\x00\x00\x02\xbe\x00\x00\x00\x00\x00\x01\x00\x00\x91\xf5\
\x00\x00\x04\xac\x00\x00\x00\x00\x00\x01\x00\x00\xa3M\
\x00\x00\x06\x8c\x00\x00\x00\x00\x00\x01\x00\x00\xb5\xe2\
\x00\x00\x04\xe2\x00\x00\x00\x00\x00\x01\x00\x00\xa5\x1c\
\x00\x00\x06X\x00\x00\x00\x00\x00\x01\x00\x00\xb3\xe3\
\x00\x00\x05\xaa\x00\x00\x00\x00\x00\x01\x00\x00\xadg\
\x00\x00\x05x\x00\x00\x00\x00\x00\x01\x00\x00\xab\xad\
\x00\x00\x07\x06\x00\x00\x00\x00\x00\x01\x00\x00\xba\x05\
\x00\x00\x03Z\x00\x00\x00\x00\x00\x01\x00\x00\x98g\
\x00\x00\x04\xc4\x00\x00\x00\x00\x00\x01\x00\x00\xa4\x18\
\x00\x00\x05\xe0\x00\x00\x00\x00\x00\x01\x00\x00\xaf\x99\
\x00\x00\x05\x92\x00\x00\x00\x00\x00\x01\x00\x00\xac\x9d\
\x00\x00\x03\xf2\x00\x00\x00\x00\x00\x01\x00\x00\x9d\x89\
\x00\x00\x04~\x00\x00\x00\x00\x00\x01\x00\x00\xa1Y\
\x00\x00\x03>\x00\x00\x00\x00\x00\x01\x00\x00\x97K\
\x00\x00\x04.\x00\x00\x00\x00\x00\x01\x00\x00\x9f\xa4\
\x00\x00\x03x\x00\x00\x00\x00\x00\x01\x00\x00\x99\x94\
\x00\x00\x04\xfa\x00\x00\x00\x00\x00\x01\x00\x00\xa6'\
\x00\x00\x04T\x00\x00\x00\x00\x00\x01\x00\x00\xa0\x96\
\x00\x00\x06\xcc\x00\x00\x00\x00\x00\x01\x00\x00\xb7\xd6\
\x00\x00\x050\x00\x00\x00\x00\x00\x01\x00\x00\xa8\x17\
\x00\x00\x02\x8e\x00\x00\x00\x00\x00\x01\x00\x00\x85\xbf\
\x00\x00\x00\x80\x00\x00\x00\x00\x00\x01\x00\x00\x0d\xaf\
\x00\x00\x00\x9c\x00\x00\x00\x00\x00\x01\x00\x00\x16I\
\x00\x00\x008\x00\x00\x00\x00\x00\x01\x00\x00\x03\xd0\
\x00\x00\x02V\x00\x00\x00\x00\x00\x01\x00\x00u\x16\
\x00\x00\x01D\x00\x00\x00\x00\x00\x01\x00\x00F\x89\
\x00\x00\x01\x0e\x00\x00\x00\x00\x00\x01\x00\x00?\xf9\
\x00\x00\x00\x1e\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\
\x00\x00\x01\xac\x00\x00\x00\x00\x00\x01\x00\x00W\xb7\
\x00\x00\x00\xb6\x00\x00\x00\x00\x00\x01\x00\x00\x1b\x98\
\x00\x00\x00\xf0\x00\x00\x00\x00\x00\x01\x00\x00'W\
\x00\x00\x01h\x00\x00\x00\x00\x00\x01\x00\x00K<\
\x00\x00\x02n\x00\x00\x00\x00\x00\x01\x00\x00\x7f\xa5\
\x00\x00\x00\xd4\x00\x00\x00\x00\x00\x01\x00\x00!\xbd\
\x00\x00\x00N\x00\x00\x00\x00\x00\x01\x00\x00\x07\xa7\
\x00\x00\x01\xe2\x00\x00\x00\x00\x00\x01\x00\x00a4\
\x00\x00\x02\xa4\x00\x00\x00\x00\x00\x01\x00\x00\x8bv\
\x00\x00\x02\x06\x00\x00\x00\x00\x00\x01\x00\x00i\x86\
\x00\x00\x02B\x00\x00\x00\x00\x00\x01\x00\x00r%\
\x00\x00\x01*\x00\x00\x00\x00\x00\x01\x00\x00B\xfb\
\x00\x00\x01\xc6\x00\x00\x00\x00\x00\x01\x00\x00\x5ch\
\x00\x00\x02(\x00\x00\x00\x00\x00\x01\x00\x00o\xe7\
\x00\x00\x00h\x00\x00\x00\x00\x00\x01\x00\x00\x0a\x13\
\x00\x00\x01\x84\x00\x00\x00\x00\x00\x01\x00\x00N\xaf\
"

def qInitResources():
    QtCore.qRegisterResourceData(0x01, qt_resource_struct, qt_resource_name, qt_resource_data)

def qCleanupResources():
    QtCore.qUnregisterResourceData(0x01, qt_resource_struct, qt_resource_name, qt_resource_data)

qInitResources()
