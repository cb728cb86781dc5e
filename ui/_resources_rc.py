# Resource object code (Python 3)
# Created by: object code
# Created by: The Resource Compiler for Qt version 6.11.3
# WARNING! All changes made in this file will be lost!

from PySide6 import QtCore

qt_resource_data = b"\
\x00\x00\x04\x0c\
#\
 Reports\x0a\x0aThe pa\
ge Reports shows\
 the figures of \
a period first; \
what it shows is\
 what it saves, \
as PDF, workbook\
,\x0aCSV or JSON. T\
he file is in th\
e window's langu\
age; JSON is the\
 same for all.\x0a\x0a\
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
 it\x0astops before\
 the next write,\
 and the next st\
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
\x00\x00\x08\x98\
#\
 The command lin\
e\x0a\x0a`fbrecon COMM\
AND --help` list\
s the words of e\
ach command, `--\
json` prints JSO\
N for scripts. C\
ommands\x0aanswer i\
n English; their\
 errors are Fren\
ch in a French t\
erminal. With se\
veral companies,\
 name one:\x0a`fbre\
con --company SL\
UG status`.\x0a\x0a| c\
ommand | does |\x0a\
|---|---|\x0a| `gui\
` | opens the wi\
ndow; so does `f\
brecon` alone |\x0a\
| `demo` | plays\
 the whole job i\
n a sandbox |\x0a| \
`sandbox` | serv\
es a made-up Fre\
shBooks and plat\
form on this com\
puter |\x0a| `compa\
nies` | lists co\
mpanies; `add`, \
`restore`, `remo\
ve` |\x0a| `connect\
` | `freshbooks`\
 signs in with y\
our browser, `pl\
atform` takes it\
s key |\x0a| `disco\
nnect` | forgets\
 `freshbooks` or\
 `platform` |\x0a| \
`accounts` | the\
 chart of accoun\
ts and what was \
chosen; `set` ch\
ooses |\x0a| `sync`\
 | one sync now;\
 `--full` reads \
everything again\
, `--all` syncs \
every company, o\
ne after the oth\
er |\x0a| `pause`, \
`resume` | have \
the open window'\
s [schedule rest\
](window.md#paus\
e), and go on |\x0a\
| `preview` | wh\
at the next sync\
 would write |\x0a|\
 `status` | wher\
e everything sta\
nds; `--all`: ev\
ery company in a\
 line |\x0a| `list`\
 | invoices, cus\
tomers, payments\
, payouts, depos\
its, rules, clea\
ring, attention,\
 activity |\x0a| `s\
how` | both side\
s of one record,\
 and what happen\
ed to it |\x0a| `we\
eks` | what was \
collected and pa\
id out by week |\
\x0a| `approve`, `d\
ismiss` | say ye\
s or no to what \
waits |\x0a| `undo`\
 | takes back a \
payment, a write\
 or a whole sync\
 |\x0a| `receipt` |\
 how a payment c\
ame into the boo\
ks |\x0a| `import` \
| brings in a fi\
le of payments, \
payouts or bank \
lines |\x0a| `recon\
cile` | counts w\
hich bank lines \
show payouts |\x0a|\
 `entries` | sav\
es entries of pa\
youts to type in\
 |\x0a| `periods` |\
 closed periods;\
 `close`, `reope\
n` |\x0a| `report` \
| writes the rep\
ort of a period \
|\x0a| `settings` |\
 shows or change\
s a [setting](se\
ttings.md#names)\
 |\x0a| `doctor` | \
checks files, co\
nnections and th\
e vault |\x0a| `exp\
ort` | everythin\
g of a company a\
s CSV, JSON and \
SQLite files |\x0a|\
 `login` | opens\
 the window at l\
ogin: `on`, `off\
` |\x0a| `completio\
n` | what bash, \
zsh or fish need\
 to complete com\
mands |\x0a| `manua\
l` | the manual \
page |\x0a\x0aA comman\
d ends with 0 wh\
en it is done, 1\
 when it failed,\
 2 for a wrong w\
ord, 3 when you \
must do somethin\
g\x0afirst, and 4 w\
hen a service is\
 out of reach fo\
r now.\x0a\
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
\x00\x00\x04\xbc\
#\
 Rapports\x0a\x0aLa pa\
ge Rapports mont\
re d\xe2\x80\x99abord les\
 chiffres d\xe2\x80\x99un\
e p\xc3\xa9riode\xe2\x80\xaf; c\
e qu\xe2\x80\x99elle mont\
re est ce qu\xe2\x80\x99e\
lle enregistre, \
en PDF, en\x0aclass\
eur, en CSV ou e\
n JSON. Le fichi\
er est dans la l\
angue de la fen\xc3\
\xaatre\xe2\x80\xaf; le JSON\
 est le m\xc3\xaame po\
ur tous.\x0a\x0a- **Ra\
pprochement**\xc2\xa0:\
 les fonds non d\
\xc3\xa9pos\xc3\xa9s du sold\
e d\xe2\x80\x99ouverture \
au solde de cl\xc3\xb4\
ture, ce qui \xc3\xa9t\
ait ouvert \xc3\xa0 la\
 fin et\x0a  depuis\
 quand, chaque v\
ersement avec se\
s lignes, son \xc3\xa9\
criture et sa li\
gne bancaire. Ce\
 que les chiffre\
s n\xe2\x80\x99expliquent\
 pas\x0a  a une lig\
ne \xc3\xa0 soi.\x0a- **A\
ctivit\xc3\xa9**\xc2\xa0: ch\
aque \xc3\xa9tape de c\
haque \xc3\xa9criture \
et chaque d\xc3\xa9cis\
ion, avec qui, q\
uand et pourquoi\
.\x0a- **Encaisseme\
nts**\xc2\xa0: ce que \
la plateforme a \
encaiss\xc3\xa9, par m\
ois et par clien\
t, avec ce qui a\
 \xc3\xa9t\xc3\xa9 retourn\xc3\xa9\
 ou est en\x0a  cou\
rs. Un paiement \
compte pour le j\
our o\xc3\xb9 il a \xc3\xa9t\
\xc3\xa9 fait.\x0a- **Fra\
is**\xc2\xa0: par mois\
 et par versemen\
t, avec leur par\
t des paiements,\
 et chaque frais\
 avec sa facture\
.\x0a- **Anciennet\xc3\
\xa9 des fonds non \
d\xc3\xa9pos\xc3\xa9s**\xc2\xa0: c\
e que le compte \
contient au dern\
ier jour, selon \
ce qu\xe2\x80\x99il atten\
d et selon l\xe2\x80\x99\xc3\
\xa2ge.\x0a\x0aCe qui \xc3\xa9t\
ait ouvert est i\
ndiqu\xc3\xa9 au derni\
er jour de la p\xc3\
\xa9riode. Si le gr\
and livre n\xe2\x80\x99a \
pas \xc3\xa9t\xc3\xa9 lu, ou\
 si aucun relev\xc3\
\xa9 n\xe2\x80\x99a\x0a\xc3\xa9t\xc3\xa9 im\
port\xc3\xa9, le rappo\
rt le dit.\x0a\
\x00\x00\x04Y\
#\
 Aide\x0a\x0afbrecon t\
ient FreshBooks \
et Alternative P\
ayments en accor\
d, et le d\xc3\xa9mont\
re. F1 ouvre la \
page sur ce que\x0a\
vous regardez.\x0a\x0a\
## Pour commence\
r\x0a\x0a- [Premiers p\
as](first-steps.\
md)\x0a- [Enregistr\
er l\xe2\x80\x99applicati\
on FreshBooks](f\
reshbooks-app.md\
)\x0a- [La cl\xc3\xa9 de \
la plateforme](p\
latform-key.md)\x0a\
- [Choisir les c\
omptes](accounts\
.md)\x0a- [La fen\xc3\xaa\
tre, page par pa\
ge](window.md)\x0a\x0a\
## Chaque jour\x0a\x0a\
- [Ce qui circul\
e, et ce qui ne \
circule jamais](\
what-flows.md)\x0a-\
 [L\xe2\x80\x99enregistre\
ment des paiemen\
ts, et les justi\
ficatifs](postin\
g.md)\x0a- [\xc3\x80 trai\
ter](attention.m\
d)\x0a- [L\xe2\x80\x99aper\xc3\xa7\
u](preview.md)\x0a-\
 [Annuler](undo.\
md)\x0a- [Rapproche\
r les lignes ban\
caires](reconcil\
e.md)\x0a- [Les fic\
hiers](files.md)\
\x0a\x0a## Chaque mois\
\x0a\x0a- [Versements \
et frais](payout\
s.md)\x0a- [La preu\
ve des fonds non\
 d\xc3\xa9pos\xc3\xa9s](clea\
ring.md)\x0a- [Cl\xc3\xb4\
turer une p\xc3\xa9rio\
de](closing.md)\x0a\
- [Rapports](rep\
orts.md)\x0a\x0a## Aut\
our\x0a\x0a- [Param\xc3\xa8t\
res](settings.md\
)\x0a- [Sauvegardes\
 et restauration\
](backups.md)\x0a- \
[Passer \xc3\xa0 un au\
tre ordinateur](\
moving.md)\x0a- [Co\
nfidentialit\xc3\xa9 e\
t s\xc3\xa9curit\xc3\xa9](pr\
ivacy.md)\x0a- [Cla\
vier](keyboard.m\
d)\x0a- [La ligne d\
e commande](comm\
and-line.md)\x0a- [\
Glossaire](gloss\
ary.md)\x0a\
\x00\x00\x02\xf0\
#\
 Cl\xc3\xb4turer une p\
\xc3\xa9riode\x0a\x0a*Cl\xc3\xb4tu\
rer un mois*, su\
r la page d\xe2\x80\x99ac\
cueil, montre le\
 solde des fonds\
 non d\xc3\xa9pos\xc3\xa9s a\
u dernier jour d\
u mois. Si vous\x0a\
l\xe2\x80\x99approuvez, l\
e mois est cl\xc3\xb4t\
ur\xc3\xa9\xc2\xa0:\x0a\x0a- fbrec\
on n\xe2\x80\x99\xc3\xa9crit pl\
us rien qui port\
e une date de ce\
 mois\xe2\x80\xaf; ce qui\
 aurait d\xc3\xbb l\xe2\x80\x99\
\xc3\xaatre est retenu\
, et vous \xc3\xaates \
averti\xe2\x80\xaf;\x0a- cha\
que ligne dont l\
es chiffres se c\
omposent est gar\
d\xc3\xa9e. Si l\xe2\x80\x99une\
 change plus tar\
d, c\xe2\x80\x99est un po\
int\x0a  [\xc3\x80 traite\
r](attention.md#\
period_changed),\
 avec son montan\
t.\x0a\x0a*Rouvrir* re\
vient dessus\xe2\x80\xaf;\
 toutes les p\xc3\xa9r\
iodes ult\xc3\xa9rieur\
es sont rouverte\
s aussi. Cl\xc3\xb4tur\
er ici ne cl\xc3\xb4tu\
re rien dans\x0aFre\
shBooks\xc2\xa0: utili\
sez pour cela so\
n propre verrou,\
 et saisissez-en\
 le jour comme `\
books_locked_unt\
il` dans les\x0a[Pa\
ram\xc3\xa8tres](setti\
ngs.md#names).\x0a\
\x00\x00\x04r\
#\
 Passer \xc3\xa0 un au\
tre ordinateur\x0a\x0a\
1. Sur l\xe2\x80\x99ancie\
n ordinateur\xc2\xa0: \
laissez une dern\
i\xc3\xa8re synchronis\
ation se termine\
r, puis quittez \
fbrecon avec Ctr\
l+Q.\x0a2. Copiez l\
e dossier que no\
mme *Param\xc3\xa8tres\
*, *Fichiers et \
sauvegardes* au \
m\xc3\xaame endroit su\
r le nouvel ordi\
nateur.\x0a3. D\xc3\xa9ma\
rrez fbrecon l\xc3\xa0\
-bas. Connectez-\
vous \xc3\xa0 FreshBoo\
ks et saisissez \
de nouveau la cl\
\xc3\xa9 de la platefo\
rme\xc2\xa0: les cl\xc3\xa9s\
\x0a   restent dans\
 le trousseau de\
 l\xe2\x80\x99ancien ordi\
nateur. Si vous \
utilisez une phr\
ase secr\xc3\xa8te, el\
les suivent.\x0a4. \
N\xe2\x80\x99utilisez plu\
s fbrecon sur l\xe2\
\x80\x99ancien ordinat\
eur. Deux ordina\
teurs ne peuvent\
 s\xe2\x80\x99emp\xc3\xaacher l\
\xe2\x80\x99un l\xe2\x80\x99autre \
d\xe2\x80\x99enregistrer \
le\x0a   m\xc3\xaame paie\
ment \xc3\xa0 la m\xc3\xaame\
 minute\xe2\x80\xaf; cela\
 se remarquerait\
 \xc3\xa0 la synchroni\
sation suivante,\
 et on vous inte\
rrogerait.\x0a\x0aLe n\
ouvel ordinateur\
 remarque que le\
 fichier est une\
 copie. Il relit\
 tout et attend \
un quart d\xe2\x80\x99heu\
re avant d\xe2\x80\x99enr\
egistrer\x0aquoi qu\
e ce soit.\x0a\x0a**Sa\
ns l\xe2\x80\x99ancien do\
ssier**, vous po\
uvez tout recomm\
encer\xc2\xa0: connect\
ez-vous, et tout\
 est copi\xc3\xa9 de n\
ouveau. Les paie\
ments\x0ad\xc3\xa9j\xc3\xa0 enr\
egistr\xc3\xa9s sont r\
econnus \xc3\xa0 leurs\
 rep\xc3\xa8res dans F\
reshBooks. Les d\
\xc3\xa9cisions sur le\
s lignes bancair\
es sont perdues.\
\x0a\
\x00\x00\x0aG\
#\
 Param\xc3\xa8tres\x0a\x0aCh\
aque changement \
est gard\xc3\xa9 aussi\
t\xc3\xb4t.\x0a\x0a## \xc3\x89crir\
e {#writing}\x0a\x0a*L\
it seulement* ou\
 *Lit et \xc3\xa9crit*\
. Activez l\xe2\x80\x99\xc3\xa9\
criture une fois\
 que le [lien pr\
opre \xc3\xa0 la\x0aplate\
forme](platform-\
key.md#link) est\
 d\xc3\xa9sactiv\xc3\xa9. *E\
nregistrer sans \
demander les pai\
ements certains*\
 est la r\xc3\xa8gle p\
our ce\x0aqui est h\
ors de doute\xe2\x80\xaf;\
 tout le reste v\
ous est demand\xc3\xa9\
 de toute fa\xc3\xa7on\
.\x0a\x0a## Fr\xc3\xa9quence\
 {#often}\x0a\x0aCombi\
en de minutes s\xc3\
\xa9parent deux pas\
sages, pour les \
comptes et pour \
les paiements.\x0a\x0a\
## En arri\xc3\xa8re-p\
lan {#notices}\x0a\x0a\
Si votre syst\xc3\xa8m\
e vous avertit q\
uand quelque cho\
se de nouveau es\
t \xc3\xa0 traiter, et\
 ce que fait la \
fermeture de la \
fen\xc3\xaatre\xc2\xa0:\x0aquit\
ter fbrecon, ou \
le garder dans l\
a zone de notifi\
cation, o\xc3\xb9 l\xe2\x80\x99\
horaire continue\
. Si votre burea\
u n\xe2\x80\x99en a pas, \
fermer\x0aquitte fb\
recon. *D\xc3\xa9marre\
r fbrecon quand \
j\xe2\x80\x99ouvre ma ses\
sion sur cet ord\
inateur* commenc\
e dans la zone d\
e notification,\x0a\
sans fen\xc3\xaatre\xe2\x80\xaf\
; s\xe2\x80\x99il n\xe2\x80\x99y e\
n a pas, avec sa\
 fen\xc3\xaatre ouvert\
e. Ctrl+Q quitte\
 toujours. Quitt\
er pendant une s\
ynchronisation e\
st sans danger\xc2\xa0\
: elle s\xe2\x80\x99arr\xc3\xaa\
te avant la\x0aproc\
haine \xc3\xa9criture,\
 et le d\xc3\xa9marrag\
e suivant repren\
d de l\xc3\xa0.\x0a\x0a## Fi\
chiers et sauveg\
ardes {#files}\x0a\x0a\
O\xc3\xb9 sont les fic\
hiers de fbrecon\
, les [sauvegard\
es](backups.md),\
 et le journal d\
u programme. Le \
journal ne conti\
ent ni\x0asecrets, \
ni noms, ni mont\
ants\xe2\x80\xaf; vous po\
uvez le lire, le\
 copier et l\xe2\x80\x99e\
nregistrer pour \
l\xe2\x80\x99envoyer \xc3\xa0 q\
uelqu\xe2\x80\x99un.\x0a\x0a## \
Tous les noms {#\
names}\x0a\x0aLa comma\
nde `fbrecon set\
tings NOM VALEUR\
` change chacun \
d\xe2\x80\x99eux.\x0a\x0a| nom \
| signifie | au \
d\xc3\xa9but |\x0a|---|--\
-|---|\x0a| `mode` \
| `read`, ou `wr\
ite` une fois qu\
e le lien propre\
 \xc3\xa0 la plateform\
e est d\xc3\xa9sactiv\xc3\
\xa9 | `read` |\x0a| `\
auto_post` | `ce\
rtain` enregistr\
e ce qui est hor\
s de doute, `off\
` demande chaque\
 fois | `certain\
` |\x0a| `post_sinc\
e` | les paiemen\
ts d\xe2\x80\x99avant ce \
jour attendent u\
ne approbation |\
 le jour de la d\
erni\xc3\xa8re connexi\
on |\x0a| `settle_a\
fter` | secondes\
 avant qu\xe2\x80\x99une \
r\xc3\xa9ponse perdue \
puisse compter c\
omme jamais arri\
v\xc3\xa9e | 900 |\x0a| `\
invoices_every`,\
 `payments_every\
` | minutes entr\
e deux passages \
de l\xe2\x80\x99horaire |\
 60, 5 |\x0a| `paus\
ed_until` | une \
heure, ou `resum\
ed` (jusqu\xe2\x80\x99\xc3\xa0 \
ce que vous repr\
eniez)\xc2\xa0: rien n\
e tourne selon l\
\xe2\x80\x99horaire d\xe2\x80\x99i\
ci l\xc3\xa0 | aucune \
|\x0a| `record_depo\
sits` | `on` pas\
se les versement\
s dans le grand \
livre | `off` |\x0a\
| `record_fees` \
| `on` enregistr\
e vos frais comm\
e d\xc3\xa9penses | `o\
ff` |\x0a| `fee_cat\
egory` | la cat\xc3\
\xa9gorie de ces d\xc3\
\xa9penses | aucune\
 |\x0a| `bank_feed`\
 | si FreshBooks\
 importe le comp\
te bancaire de l\
ui-m\xc3\xaame | `unkn\
own` |\x0a| `pass_t\
hrough` | `on` l\
\xc3\xa0 o\xc3\xb9 les paiem\
ents passent par\
 un autre compte\
 | `off` |\x0a| `bo\
oks_locked_until\
` | rien n\xe2\x80\x99est\
 pass\xc3\xa9 \xc3\xa0 ce jo\
ur ni avant | au\
cun |\x0a\
\x00\x00\x06B\
#\
 Sauvegardes et \
restauration\x0a\x0afb\
recon copie chaq\
ue fichier de so\
ci\xc3\xa9t\xc3\xa9 une fois\
 par jour de syn\
chronisation, et\
 avant qu\xe2\x80\x99une \
mise \xc3\xa0 jour n\xe2\x80\
\x99en change\x0ala fo\
rme. Les copies \
des sept dernier\
s de ces jours s\
ont gard\xc3\xa9es, \xc3\xa0\
 c\xc3\xb4t\xc3\xa9 du fichi\
er de la soci\xc3\xa9t\
\xc3\xa9 sur cet ordin\
ateur.\x0a\x0a## Resta\
urer {#restore}\x0a\
\x0a*Param\xc3\xa8tres*, \
*Sauvegardes\xe2\x80\xa6*\
\xe2\x80\xaf; ou choisiss\
ez dans la liste\
 des soci\xc3\xa9t\xc3\xa9s \
une soci\xc3\xa9t\xc3\xa9 qu\
i ne peut \xc3\xaatre \
ouverte. Vous\x0avo\
yez chaque copie\
 avec son jour, \
sa taille et son\
 contenu, et ce \
qui serait perdu\
\xc2\xa0: ce qui s\xe2\x80\x99e\
st pass\xc3\xa9 entre \
cette\x0acopie et m\
aintenant. En li\
gne de commande\xc2\
\xa0: `fbrecon comp\
anies restore SL\
UG`.\x0a\x0aUne soci\xc3\xa9\
t\xc3\xa9 dont le fich\
ier a disparu re\
ste dans cette l\
iste tant que se\
s copies sont l\xc3\
\xa0. Si vous avez \
d\xc3\xa9plac\xc3\xa9 le\x0afic\
hier, remettez-l\
e plut\xc3\xb4t \xc3\xa0 sa \
place.\x0a\x0a- Une co\
pie est v\xc3\xa9rifi\xc3\
\xa9e avant de serv\
ir. Une copie en\
dommag\xc3\xa9e est re\
fus\xc3\xa9e.\x0a- Ce qui\
 s\xe2\x80\x99y trouvait \
est mis de c\xc3\xb4t\xc3\
\xa9, pas supprim\xc3\xa9\
. Supprimez-le q\
uand vous n\xe2\x80\x99en\
 avez plus besoi\
n.\x0a- Ensuite tou\
t est relu, et r\
ien n\xe2\x80\x99est enre\
gistr\xc3\xa9 dans Fre\
shBooks avant qu\
e ce soit fait e\
t qu\xe2\x80\x99un quart \
d\xe2\x80\x99heure soit\x0a \
 pass\xc3\xa9. Les pai\
ements enregistr\
\xc3\xa9s apr\xc3\xa8s la co\
pie sont retrouv\
\xc3\xa9s par leurs re\
p\xc3\xa8res\xe2\x80\xaf; aucun\
 n\xe2\x80\x99est enregis\
tr\xc3\xa9 deux fois.\x0a\
\x0aCe qu\xe2\x80\x99une cop\
ie ne peut rendr\
e, ce sont les d\
\xc3\xa9cisions prises\
 apr\xc3\xa8s elle. El\
les vous sont re\
demand\xc3\xa9es.\x0a\x0a## \
Une copie ailleu\
rs {#elsewhere}\x0a\
\x0aCes copies sont\
 sur le m\xc3\xaame di\
sque. Faites ent\
rer dans votre p\
ropre sauvegarde\
 de l\xe2\x80\x99ordinate\
ur le dossier qu\
e nomment\x0ales Pa\
ram\xc3\xa8tres. Le fi\
chier des cl\xc3\xa9s \
ne s\xe2\x80\x99ouvre qu\xe2\
\x80\x99avec votre tro\
usseau ou votre \
phrase secr\xc3\xa8te.\
\x0a\
\x00\x00\x07)\
#\
 Rapprocher les \
lignes bancaires\
\x0a\x0a\xc3\x80 gauche figu\
rent les lignes \
de vos relev\xc3\xa9s \
bancaires, \xc3\xa0 dr\
oite ce que mont\
re la ligne cour\
ante\xc2\xa0: le verse\
ment, montant\x0aso\
us montant, chaq\
ue centime d\xe2\x80\x99\xc3\
\xa9cart par son no\
m, et la raison.\
 Les lignes banc\
aires viennent d\
e\x0a[fichiers](fil\
es.md)\xc2\xa0: CSV, O\
FX, QFX ou CAMT.\
053.\x0a\x0a## Ce que \
veulent dire les\
 mots {#states}\x0a\
\x0a| mot | signifi\
e |\x0a|---|---|\x0a| \
Rapproch\xc3\xa9 | hor\
s de doute et au\
 centime pr\xc3\xa8s, \
ou confirm\xc3\xa9 par\
 vous |\x0a| Sugg\xc3\xa9\
r\xc3\xa9 | un verseme\
nt est nettement\
 le meilleur\xe2\x80\xaf;\
 dites oui ou no\
n |\x0a| Ambigu | t\
rop serr\xc3\xa9 pour \
trancher\xe2\x80\xaf; cho\
isissez-en un |\x0a\
| Rien ne convie\
nt | aucun verse\
ment ne s\xe2\x80\x99en a\
pproche |\x0a| Pas \
\xc3\xa0 nous | vous a\
vez dit qu\xe2\x80\x99ell\
e ne montre pas \
de versement |\x0a\x0a\
fbrecon n\xe2\x80\x99acce\
pte seul que si \
chaque centime e\
st expliqu\xc3\xa9 et \
que rien d\xe2\x80\x99aut\
re ne s\xe2\x80\x99en app\
roche. Il n\xe2\x80\x99ad\
met jamais un\x0a\xc3\xa9\
cart de quelques\
 pour cent.\x0a\x0a## \
Touches {#keys}\x0a\
\x0a| touche | fait\
 |\x0a|---|---|\x0a| E\
ntr\xc3\xa9e | accepte\
 et passe \xc3\xa0 la \
ligne suivante |\
\x0a| \xe2\x86\x91 \xe2\x86\x93 | une\
 autre ligne\xe2\x80\xaf;\
 avec Maj, plusi\
eurs |\x0a| C | cho\
isit un autre ve\
rsement |\x0a| R | \
pas ce versement\
 |\x0a| N, Maj+N | \
pas \xc3\xa0 nous\xc2\xa0: c\
ette ligne, ou t\
outes les lignes\
 de son texte |\x0a\
| U, Ctrl+Z | re\
prend |\x0a| A | ac\
cepte tout ce qu\
i est certain |\x0a\
| D | paiements \
et frais du vers\
ement |\x0a| /, \xc3\x89c\
hap | cherche\xe2\x80\xaf\
; retour aux lig\
nes |\x0a|\xe2\x80\xaf? | mo\
ntre ces touches\
 |\x0a\x0a## Plusieurs\
 \xc3\xa0 la fois {#se\
veral}\x0a\x0aS\xc3\xa9lecti\
onnez plusieurs \
lignes pour trou\
ver le versement\
 qu\xe2\x80\x99elles comp\
osent, ou cochez\
 plusieurs verse\
ments (C, puis\x0aE\
space) pour une \
ligne. S\xe2\x80\x99il re\
ste quelque chos\
e, fbrecon dit c\
ombien, et ne ra\
pproche que si v\
ous dites oui \xc3\xa0\
 ce montant.\x0a\x0a##\
 Jamais \xc3\xa0 nous \
{#rules}\x0a\x0aLoyer,\
 int\xc3\xa9r\xc3\xaats, vir\
ements\xc2\xa0: Maj+N \
laisse de c\xc3\xb4t\xc3\xa9\
 toutes les lign\
es aux m\xc3\xaames mo\
ts, maintenant e\
t plus tard. *R\xc3\
\xa8gles\xe2\x80\xa6*\x0ales \xc3\xa9\
num\xc3\xa8re\xe2\x80\xaf; chac\
une peut \xc3\xaatre r\
eprise.\x0a\
\x00\x00\x06\x85\
#\
 Glossaire\x0a\x0a| mo\
t | signifie |\x0a|\
---|---|\x0a| Bac \xc3\
\xa0 sable | un Fre\
shBooks et une p\
lateforme invent\
\xc3\xa9s sur cet ordi\
nateur, pour ess\
ayer |\x0a| Compte \
| une ligne du p\
lan comptable |\x0a\
| Compte d\xe2\x80\x99att\
ente | voyez fon\
ds non d\xc3\xa9pos\xc3\xa9s\
 |\x0a| Copie | le \
pendant d\xe2\x80\x99une \
facture sur la p\
lateforme |\x0a| Co\
rrespondance | d\
eux enregistreme\
nts qui attesten\
t le m\xc3\xaame fait \
|\x0a| \xc3\x89criture | \
l\xe2\x80\x99\xc3\xa9criture de\
 journal d\xe2\x80\x99un \
versement |\x0a| En\
 attente de d\xc3\xa9c\
ision | attend v\
otre d\xc3\xa9cision, \
avec une raison \
|\x0a| Enregistr\xc3\xa9 \
| pass\xc3\xa9 dans Fr\
eshBooks |\x0a| Fic\
hier de soci\xc3\xa9t\xc3\
\xa9 | tout ce que \
fbrecon garde d\xe2\
\x80\x99une entreprise\
, en un fichier \
|\x0a| Fonds non d\xc3\
\xa9pos\xc3\xa9s | le com\
pte o\xc3\xb9 les paie\
ments attendent \
entre l\xe2\x80\x99encais\
sement et le ver\
sement |\x0a| Frais\
 | ce que la pla\
teforme garde\xe2\x80\xaf\
; pay\xc3\xa9s par vou\
s, ou en sus par\
 le client |\x0a| I\
ncertain | envoy\
\xc3\xa9, mais la r\xc3\xa9p\
onse s\xe2\x80\x99est per\
due\xe2\x80\xaf; se r\xc3\xa8gl\
e par la lecture\
 |\x0a| Justificati\
f | comment un p\
aiement est entr\
\xc3\xa9 dans les comp\
tes, \xc3\xa9tape par \
\xc3\xa9tape |\x0a| Ligne\
 bancaire, d\xc3\xa9p\xc3\
\xb4t | une ligne d\
\xe2\x80\x99un relev\xc3\xa9 ba\
ncaire |\x0a| Paiem\
ent | enl\xc3\xa8ve qu\
elque chose \xc3\xa0 u\
ne facture |\x0a| P\
lateforme | Alte\
rnative Payments\
, o\xc3\xb9 les client\
s paient |\x0a| Poi\
nt \xc3\xa0 traiter | \
ce que vous seul\
 pouvez r\xc3\xa9gler \
|\x0a| Rep\xc3\xa8re | `F\
BR-` et 16 carac\
t\xc3\xa8res dans la n\
ote de ce que fb\
recon a \xc3\xa9crit\xc2\xa0\
: la preuve que \
c\xe2\x80\x99est de lui |\
\x0a| Repris | un p\
aiement qui \xc3\xa9ta\
it d\xc3\xa9j\xc3\xa0 dans l\
es comptes et qu\
i est reconnu co\
mme le m\xc3\xaame |\x0a|\
 R\xc3\xb4le | ce pour\
 quoi un compte \
a \xc3\xa9t\xc3\xa9 choisi\xc2\xa0\
: fonds non d\xc3\xa9p\
os\xc3\xa9s, banque, f\
rais, remboursem\
ents |\x0a| V\xc3\xa9rifi\
\xc3\xa9 | relu dans l\
es comptes, et t\
el qu\xe2\x80\x99il a \xc3\xa9t\
\xc3\xa9 \xc3\xa9crit |\x0a| Ve\
rsement | le vir\
ement de la plat\
eforme vers votr\
e banque\xc2\xa0: paie\
ments moins frai\
s |\x0a\
\x00\x00\x1d\x98\
#\
 \xc3\x80 traiter\x0a\x0aCha\
que point dit ce\
 qui s\xe2\x80\x99est pas\
s\xc3\xa9 et ce qu\xe2\x80\x99i\
l faut faire. La\
 plupart se ferm\
ent d\xe2\x80\x99eux-m\xc3\xaam\
es, \xc3\xa0 la\x0asynchr\
onisation qui su\
it la rectificat\
ion. Rien n\xe2\x80\x99es\
t perdu tant qu\xe2\
\x80\x99un point atten\
d.\x0a\x0a## Se reconn\
ecter {#sign_in_\
again}\x0a\x0aFreshBoo\
ks n\xe2\x80\x99accepte p\
lus l\xe2\x80\x99acc\xc3\xa8s\xc2\xa0\
: il a expir\xc3\xa9, \
ou a pris fin pa\
rce qu\xe2\x80\x99il a se\
rvi ailleurs. Co\
nnectez-vous\xe2\x80\xaf;\
 ce\x0aqui attend e\
st envoy\xc3\xa9 ensui\
te.\x0a\x0a## Cl\xc3\xa9 de \
la plateforme {#\
platform_key}\x0a\x0aL\
a plateforme n\xe2\x80\
\x99accepte plus la\
 cl\xc3\xa9. Cr\xc3\xa9ez-en\
 une [nouvelle](\
platform-key.md)\
 dans son tablea\
u de bord et\x0asai\
sissez-la.\x0a\x0a## C\
omptes manquants\
 {#accounts_miss\
ing}\x0a\x0aQuelque ch\
ose a besoin d\xe2\x80\
\x99un compte qui n\
\xe2\x80\x99a pas \xc3\xa9t\xc3\xa9 c\
hoisi, ou qui a \
disparu. [Choisi\
ssez les\x0acomptes\
](accounts.md).\x0a\
\x0a## L\xe2\x80\x99envoi at\
tend {#sending_w\
aits}\x0a\x0aLe fichie\
r de la soci\xc3\xa9t\xc3\
\xa9 est nouveau, r\
estaur\xc3\xa9 ou copi\
\xc3\xa9. fbrecon cher\
che d\xe2\x80\x99abord to\
ut ce qui a \xc3\xa9t\xc3\
\xa9 enregistr\xc3\xa9\x0ade\
puis le fichier \
pr\xc3\xa9c\xc3\xa9dent. Cel\
a reprend de soi\
-m\xc3\xaame, au plus \
t\xc3\xb4t apr\xc3\xa8s un q\
uart d\xe2\x80\x99heure.\x0a\
\x0a## Question sur\
 le mode {#mode_\
question}\x0a\x0aLe [l\
ien FreshBooks p\
ropre \xc3\xa0 la plat\
eforme](platform\
-key.md#link) es\
t-il d\xc3\xa9sactiv\xc3\xa9\
\xe2\x80\xaf? Tant que vo\
us ne le dites\x0ap\
as, fbrecon ne f\
ait que lire.\x0a\x0a#\
# Paiement reten\
u {#payment_held\
}\x0a\x0aQuelque chose\
 d\xe2\x80\x99un paiement\
 n\xe2\x80\x99est pas hor\
s de doute\xc2\xa0: la\
 facture est un \
brouillon, suppr\
im\xc3\xa9e, ou a un r\
estant d\xc3\xbb\x0ainf\xc3\xa9\
rieur au paiemen\
t\xe2\x80\xaf; un paiemen\
t \xc3\xa9gal est d\xc3\xa9j\
\xc3\xa0 l\xc3\xa0\xe2\x80\xaf; les c\
omptes sont cl\xc3\xb4\
tur\xc3\xa9s pour ce j\
our\xe2\x80\xaf; ou aucun\
e facture\x0an\xe2\x80\x99a \
\xc3\xa9t\xc3\xa9 trouv\xc3\xa9e. \
La raison le nom\
me. Rectifiez-le\
 dans FreshBooks\
 et le paiement \
reprend de lui-m\
\xc3\xaame, ou\x0a*Approu\
vez*-le tel quel\
, ou *\xc3\x89cartez*-\
le. Sur la page \
Paiements, vous \
pouvez dire quel\
 paiement de Fre\
shBooks\x0ac\xe2\x80\x99est,\
 ou pour quelle \
facture il est.\x0a\
\x0a## Paiement en \
attente {#paymen\
t_waits}\x0a\x0aIl est\
 plus ancien que\
 votre connexion\
, ou vous avez d\
emand\xc3\xa9 \xc3\xa0 \xc3\xaatre\
 interrog\xc3\xa9. *Ap\
prouver* l\xe2\x80\x99enr\
egistre \xc3\xa0 la\x0apr\
ochaine synchron\
isation.\x0a\x0a## Pai\
ement incertain \
{#payment_uncert\
ain}\x0a\x0aSa r\xc3\xa9pons\
e s\xe2\x80\x99est [perdu\
e](posting.md#un\
certain). Il n\xe2\x80\
\x99y a rien \xc3\xa0 fai\
re.\x0a\x0a## Paiement\
 refus\xc3\xa9 {#payme\
nt_refused}\x0a\x0aFre\
shBooks a dit no\
n, et pourquoi. \
Rectifiez cela, \
puis *Approuvez*\
 pour essayer en\
core une fois. S\
\xe2\x80\x99il est dit qu\
e\x0avotre r\xc3\xb4le n\xe2\
\x80\x99est que celui \
d\xe2\x80\x99un client, q\
uelqu\xe2\x80\x99un qui a\
 plus de droits \
doit se connecte\
r.\x0a\x0a## R\xc3\xb4le ins\
uffisant {#role_\
too_small}\x0a\x0aLe r\
\xc3\xb4le de la perso\
nne connect\xc3\xa9e n\
e permet pas d\xe2\x80\
\x99enregistrer des\
 paiements, par \
exemple parce qu\
\xe2\x80\x99elle n\xe2\x80\x99y es\
t que\x0acliente. F\
aites changer le\
 r\xc3\xb4le par le pr\
opri\xc3\xa9taire, ou \
connectez-vous c\
omme propri\xc3\xa9tai\
re, associ\xc3\xa9 ou \
comptable\xe2\x80\xaf;\x0apu\
is approuvez le \
paiement.\x0a\x0a## Pa\
iement diff\xc3\xa9ren\
t {#payment_diff\
ers}\x0a\x0aUn paiemen\
t que fbrecon a \
enregistr\xc3\xa9 n\xe2\x80\x99\
est pas tel qu\xe2\x80\
\x99il a \xc3\xa9t\xc3\xa9 \xc3\xa9cr\
it\xc2\xa0: quelqu\xe2\x80\x99u\
n l\xe2\x80\x99a modifi\xc3\xa9\
. Comparez-le da\
ns\x0aFreshBooks et\
 rectifiez-le l\xc3\
\xa0-bas.\x0a\x0a## Paiem\
ent \xc3\xa9chou\xc3\xa9 apr\
\xc3\xa8s enregistreme\
nt {#payment_fai\
led_after_postin\
g}\x0a\x0aIl a \xc3\xa9t\xc3\xa9 e\
ncaiss\xc3\xa9 et enre\
gistr\xc3\xa9, puis a \
\xc3\xa9chou\xc3\xa9, a \xc3\xa9t\xc3\
\xa9 retourn\xc3\xa9 ou r\
embours\xc3\xa9. Les c\
omptes le compte\
nt encore.\x0a*Rect\
ifier* supprime \
le paiement que \
fbrecon a enregi\
str\xc3\xa9, s\xe2\x80\x99il es\
t toujours tel q\
u\xe2\x80\x99il a \xc3\xa9t\xc3\xa9 \xc3\
\xa9crit\xe2\x80\xaf; un\x0arem\
boursement parti\
el se r\xc3\xa8gle en \
r\xc3\xa9duisant le pa\
iement dans Fres\
hBooks.\x0a\x0a## Paie\
ment supprim\xc3\xa9 {\
#payment_deleted\
}\x0a\x0aUn paiement e\
nregistr\xc3\xa9 a \xc3\xa9t\
\xc3\xa9 supprim\xc3\xa9 dan\
s FreshBooks, al\
ors que la plate\
forme a toujours\
 l\xe2\x80\x99argent. Res\
taurez-le,\x0afaite\
s-le enregistrer\
 de nouveau, ou \
\xc3\xa9cartez le poin\
t.\x0a\x0a## Paiement \
en double {#paym\
ent_doubled}\x0a\x0aLe\
 m\xc3\xaame argent fi\
gure deux fois d\
ans FreshBooks, \
par exemple parc\
e qu\xe2\x80\x99un paieme\
nt supprim\xc3\xa9 a \xc3\
\xa9t\xc3\xa9 restaur\xc3\xa9. \
Un clic\x0asupprime\
 le second, si f\
brecon l\xe2\x80\x99a \xc3\xa9c\
rit.\x0a\x0a## Paiemen\
t tardif {#payme\
nt_late}\x0a\x0aIl est\
 en cours depuis\
 30 jours. Cherc\
hez-le dans le t\
ableau de bord e\
t annulez-le l\xc3\xa0\
-bas s\xe2\x80\x99il ne d\
oit plus\x0aarriver\
. Sa facture n\xe2\x80\
\x99est pas r\xc3\xa9clam\
\xc3\xa9e de nouveau a\
vant cela.\x0a\x0a## M\
ot inconnu {#unk\
nown_word}\x0a\x0aLa p\
lateforme d\xc3\xa9sig\
ne certains paie\
ments par un mot\
 que fbrecon ne \
conna\xc3\xaet pas. Di\
tes ce qu\xe2\x80\x99il s\
ignifie\xe2\x80\xaf; votr\
e\x0ar\xc3\xa9ponse est g\
ard\xc3\xa9e, et ces p\
aiements continu\
ent.\x0a\x0a## Ligne m\
ise de c\xc3\xb4t\xc3\xa9 {#\
row_set_aside}\x0a\x0a\
Un enregistremen\
t n\xe2\x80\x99a pas pu \xc3\
\xaatre lu et a \xc3\xa9t\
\xc3\xa9 laiss\xc3\xa9 de c\xc3\
\xb4t\xc3\xa9\xe2\x80\xaf; tous le\
s autres sont en\
tr\xc3\xa9s. Regardez-\
le l\xc3\xa0 o\xc3\xb9 il a\x0a\
\xc3\xa9t\xc3\xa9 fait.\x0a\x0a## \
Envoi retenu {#w\
rite_held}\x0a\x0aAutr\
e chose qui deva\
it \xc3\xaatre \xc3\xa9crit \
attend\xc2\xa0: une fa\
cture ou un clie\
nt sur la platef\
orme, un nouveau\
 compte, la\x0asupp\
ression d\xe2\x80\x99un p\
aiement. Le poin\
t dit quoi et po\
urquoi.\x0a\x0a## Vers\
ement retenu {#p\
ayout_held}\x0a\x0aL\xe2\x80\
\x99\xc3\xa9criture d\xe2\x80\x99u\
n versement atte\
nd, ou il n\xe2\x80\x99es\
t pas prouv\xc3\xa9 qu\
e l\xe2\x80\x99une de ses\
 lignes est dans\
 les comptes. Un\
e \xc3\xa9criture\x0ane p\
eut \xc3\xaatre suppri\
m\xc3\xa9e dans FreshB\
ooks\xe2\x80\xaf; rien n\xe2\
\x80\x99y est donc dev\
in\xc3\xa9.\x0a\x0a## Compte\
s verrouill\xc3\xa9s {\
#books_locked}\x0a\x0a\
Un versement est\
 arriv\xc3\xa9 un jour\
 jusqu\xe2\x80\x99auquel \
les comptes sont\
 verrouill\xc3\xa9s (`\
books_locked_unt\
il`). D\xc3\xa9verroui\
llez\x0acette p\xc3\xa9ri\
ode dans FreshBo\
oks et indiquez-\
le dans les para\
m\xc3\xa8tres, l\xe2\x80\x99\xc3\xa9c\
riture est alors\
 pass\xc3\xa9e automat\
iquement\xe2\x80\xaf; ou\x0a\
passez-la \xc3\xa0 la \
main \xc3\xa0 un jour \
ult\xc3\xa9rieur.\x0a\x0a## \
\xc3\x89critures non p\
ermises {#entrie\
s_not_allowed}\x0a\x0a\
FreshBooks refus\
e toute \xc3\xa9critur\
e de journal\xc2\xa0: \
sa formule n\xe2\x80\x99e\
n comprend pas, \
ou le r\xc3\xb4le de l\
a personne conne\
ct\xc3\xa9e ne\x0apermet \
pas d\xe2\x80\x99en passe\
r. Changez l\xe2\x80\x99u\
n des deux et ap\
prouvez le point\
, ou faites enre\
gistrer [les fra\
is comme\x0ad\xc3\xa9pens\
es](payouts.md).\
\x0a\x0a## Versement e\
n attente {#payo\
ut_waits}\x0a\x0aL\xe2\x80\x99\xc3\
\xa9criture d\xe2\x80\x99un \
versement, ou se\
s frais, attende\
nt votre approba\
tion. \xc3\x89cartez l\
e point si vous \
l\xe2\x80\x99avez saisi \xc3\
\xa0 la\x0amain.\x0a\x0a## V\
ersement diff\xc3\xa9r\
ent {#payout_dif\
fers}\x0a\x0aUne \xc3\xa9cri\
ture ou une d\xc3\xa9p\
ense que fbrecon\
 a pass\xc3\xa9e n\xe2\x80\x99e\
st pas telle qu\xe2\
\x80\x99elle a \xc3\xa9t\xc3\xa9 \xc3\
\xa9crite. Comparez\
-la dans FreshBo\
oks.\x0a\x0a## Verseme\
nt \xc3\xa9chou\xc3\xa9 {#pa\
yout_failed}\x0a\x0aUn\
 versement a \xc3\xa9c\
hou\xc3\xa9 apr\xc3\xa8s avo\
ir \xc3\xa9t\xc3\xa9 saisi\xc2\xa0\
: l\xe2\x80\x99argent n\xe2\x80\
\x99a pas atteint l\
a banque. Un cli\
c fait contrepas\
ser\x0al\xe2\x80\x99\xc3\xa9critur\
e par une second\
e.\x0a\x0a## P\xc3\xa9riode \
modifi\xc3\xa9e {#peri\
od_changed}\x0a\x0aQue\
lque chose a cha\
ng\xc3\xa9 dans une [p\
\xc3\xa9riode cl\xc3\xb4tur\xc3\
\xa9e](closing.md),\
 du montant indi\
qu\xc3\xa9. R\xc3\xa9tabliss\
ez-le l\xc3\xa0 o\xc3\xb9 il\
 a \xc3\xa9t\xc3\xa9\x0amodifi\xc3\
\xa9, ou rouvrez la\
 p\xc3\xa9riode et arr\
\xc3\xaatez-la de nouv\
eau.\x0a\x0a## Verseme\
nt absent de la \
banque {#payout_\
not_at_bank}\x0a\x0aVo\
us avez rapproch\
\xc3\xa9 un versement \
d\xe2\x80\x99une ligne ba\
ncaire, et il a \
\xc3\xa9chou\xc3\xa9 depuis.\
 Voyez si la ban\
que a repris l\xe2\x80\
\x99argent.\x0a\x0a## \xc3\x80 \
marquer pay\xc3\xa9e l\
\xc3\xa0-bas {#mark_pa\
id_there}\x0a\x0aLa fa\
cture est r\xc3\xa9gl\xc3\
\xa9e dans FreshBoo\
ks, et sa copie \
sur la plateform\
e n\xe2\x80\x99a pas \xc3\xa9t\xc3\
\xa9 faite par fbre\
con. Marquez-la\x0a\
pay\xc3\xa9e dans le t\
ableau de bord\xe2\x80\
\xaf; le point se f\
erme de lui-m\xc3\xaam\
e.\x0a\x0a## \xc3\x80 archiv\
er l\xc3\xa0-bas {#arc\
hive_there}\x0a\x0aLa \
facture a \xc3\xa9t\xc3\xa9 \
supprim\xc3\xa9e dans \
FreshBooks, ou n\
e doit plus \xc3\xaatr\
e encaiss\xc3\xa9e. Ar\
chivez-la dans l\
e tableau de bor\
d\xe2\x80\xaf; le\x0apoint s\
e ferme de lui-m\
\xc3\xaame.\x0a\x0a## Factur\
e fig\xc3\xa9e diff\xc3\xa9r\
ente {#frozen_di\
ffers}\x0a\x0aLa factu\
re a chang\xc3\xa9 apr\
\xc3\xa8s son paiement\
 en entier par l\
a plateforme. En\
caissez ou cr\xc3\xa9d\
itez l\xe2\x80\x99\xc3\xa9cart \
dans FreshBooks.\
\x0a\x0a## R\xc3\xa9clam\xc3\xa9e \
deux fois {#aske\
d_twice}\x0a\x0aLa pla\
teforme r\xc3\xa9clame\
 plusieurs fois \
la m\xc3\xaame facture\
. Archivez-y tou\
tes les copies s\
auf une.\x0a\x0a## \xc3\x89c\
art par un paiem\
ent \xc3\xa9cart\xc3\xa9 {#d\
ismissed_differs\
}\x0a\x0aUn paiement q\
ue vous avez \xc3\xa9c\
art\xc3\xa9 met en d\xc3\xa9\
saccord la plate\
forme et les com\
ptes. Enregistre\
z-le \xc3\xa0 la main \
dans\x0aFreshBooks,\
 approuvez-le to\
ut de m\xc3\xaame, ou,\
 si l\xe2\x80\x99argent e\
st reparti, indi\
quez-le dans le \
tableau de bord.\
\x0a\x0a## Client manq\
uant {#customer_\
missing}\x0a\x0aUne fa\
cture nomme un c\
lient que FreshB\
ooks ne montre p\
as. Choisissez s\
on client l\xc3\xa0-ba\
s.\x0a\x0a## N\xe2\x80\x99est p\
lus montr\xc3\xa9 {#no\
_longer_shown}\x0a\x0a\
FreshBooks ne mo\
ntre un enregist\
rement ni comme \
actif ni comme s\
upprim\xc3\xa9. Cherch\
ez-le l\xc3\xa0-bas. S\
\xe2\x80\x99il existe, v\xc3\
\xa9rifiez\x0aque votr\
e acc\xc3\xa8s peut le\
 voir.\x0a\
\x00\x00\x03\x89\
#\
 Clavier\x0a\x0a| touc\
he | fait |\x0a|---\
|---|\x0a| F1 | l\xe2\x80\
\x99aide sur ce que\
 vous regardez |\
\x0a| Ctrl+1 \xc3\xa0 Ctr\
l+9, Ctrl+0, Ctr\
l+, | les pages,\
 de l\xe2\x80\x99accueil \
aux param\xc3\xa8tres \
|\x0a| Ctrl+K | les\
 soci\xc3\xa9t\xc3\xa9s |\x0a| \
F5 ou Ctrl+R | s\
ynchroniser main\
tenant\xe2\x80\xaf; encor\
e une fois pour \
annuler |\x0a| Ctrl\
+F | chercher su\
r cette page |\x0a|\
 Ctrl+I | import\
er un fichier |\x0a\
| Ctrl+Z | repre\
ndre la derni\xc3\xa8r\
e d\xc3\xa9cision |\x0a| \
Ctrl+Entr\xc3\xa9e | a\
pprouver les pai\
ements s\xc3\xa9lectio\
nn\xc3\xa9s |\x0a| Ctrl+M\
aj+Entr\xc3\xa9e | dir\
e pour quelle fa\
cture est un pai\
ement de fichier\
 |\x0a| Ctrl+O | ou\
vrir la ligne s\xc3\
\xa9lectionn\xc3\xa9e dan\
s FreshBooks |\x0a|\
 Ctrl+C | copier\
 les lignes s\xc3\xa9l\
ectionn\xc3\xa9es |\x0a| \
Ctrl+Q | quitter\
 fbrecon |\x0a| Tab\
, Maj+Tab | l\xe2\x80\x99\
\xc3\xa9l\xc3\xa9ment suivan\
t, le pr\xc3\xa9c\xc3\xa9den\
t |\x0a| \xe2\x86\x91 \xe2\x86\x93 | \
les lignes d\xe2\x80\x99u\
n tableau, les p\
ages de la navig\
ation |\x0a| \xc3\x89chap\
 | fermer une bo\
\xc3\xaete de dialogue\
\xe2\x80\xaf; rien ne se \
passe |\x0a\x0aLa page\
 Rapprocher a [s\
es propres touch\
es](reconcile.md\
#keys).\x0a\
\x00\x00\x04v\
#\
 Confidentialit\xc3\
\xa9 et s\xc3\xa9curit\xc3\xa9\x0a\
\x0a- fbrecon parle\
 \xc3\xa0 FreshBooks e\
t \xc3\xa0 la platefor\
me, et \xc3\xa0 person\
ne d\xe2\x80\x99autre. Il\
 n\xe2\x80\x99envoie pas \
de statistiques \
et ne cherche pa\
s\x0a  de mises \xc3\xa0 \
jour. Cette aide\
 aussi est sur v\
otre ordinateur.\
\x0a- Votre mot de \
passe se saisit \
dans la page m\xc3\xaa\
me de FreshBooks\
. fbrecon ne le \
voit pas et ne l\
e garde pas. Ave\
c *Utiliser\x0a  pl\
ut\xc3\xb4t mon naviga\
teur*, il ne pas\
se m\xc3\xaame pas par\
 ce programme.\x0a-\
 Les cl\xc3\xa9s et le\
s acc\xc3\xa8s sont ch\
iffr\xc3\xa9s\xe2\x80\xaf; ce q\
ui les ouvre est\
 dans le trousse\
au de votre syst\
\xc3\xa8me, ou est vot\
re phrase\x0a  secr\
\xc3\xa8te.\x0a- Le fichi\
er de la soci\xc3\xa9t\
\xc3\xa9 n\xe2\x80\x99est **pas\
** chiffr\xc3\xa9. Il \
contient les nom\
s et les montant\
s de vos clients\
. Utilisez le\x0a  \
chiffrement de v\
otre disque.\x0a- L\
e journal du pro\
gramme et *Copie\
r les d\xc3\xa9tails* \
ne contiennent p\
as de secrets, e\
t les erreurs ne\
 nomment pas de \
clients.\x0a- Dans \
FreshBooks, fbre\
con ajoute, et n\
e supprime que c\
e qu\xe2\x80\x99il a \xc3\xa9cr\
it, quand vous l\
\xe2\x80\x99ordonnez. Il \
n\xe2\x80\x99y modifie ri\
en.\x0a- Pour y met\
tre fin\xc2\xa0: *D\xc3\xa9c\
onnecter*, dans \
les Param\xc3\xa8tres,\
 oublie les cl\xc3\xa9\
s et retire l\xe2\x80\x99\
acc\xc3\xa8s aupr\xc3\xa8s d\
e FreshBooks.\x0a  \
*Supprimer cette\
 soci\xc3\xa9t\xc3\xa9\xe2\x80\xa6* s\
upprime la copie\
 sur cet ordinat\
eur.\x0a\
\x00\x00\x05\x81\
#\
 La cl\xc3\xa9 de la p\
lateforme\x0a\x0aAlter\
native Payments \
laisse entrer fb\
recon avec une c\
l\xc3\xa9 d\xe2\x80\x99API\xc2\xa0: u\
n client ID et u\
n client secret.\
\x0a\x0a## O\xc3\xb9 l\xe2\x80\x99obt\
enir {#where}\x0a\x0aD\
ans le tableau d\
e bord de la pla\
teforme\xc2\xa0: *Team\
 Preferences*, *\
API Keys*, *Gene\
rate API Key*. A\
utorisez-la \xc3\xa0\x0al\
ire clients, fac\
tures, paiements\
 et versements, \
et \xc3\xa0 \xc3\xa9crire cl\
ients et facture\
s. Copiez les de\
ux valeurs dans\x0a\
fbrecon\xe2\x80\xaf; le c\
lient secret n\xe2\x80\
\x99est montr\xc3\xa9 qu\xe2\
\x80\x99une fois.\x0a\x0afbr\
econ pose une qu\
estion anodine a\
vec la cl\xc3\xa9 avan\
t de la garder. \
Une cl\xc3\xa9 refus\xc3\xa9\
e n\xe2\x80\x99est pas ga\
rd\xc3\xa9e.\x0a\x0a## Une c\
l\xc3\xa9, une soci\xc3\xa9t\
\xc3\xa9 {#share}\x0a\x0aUne\
 cl\xc3\xa9 appartient\
 \xc3\xa0 la soci\xc3\xa9t\xc3\xa9\
 pour laquelle e\
lle est saisie. \
Si deux de vos s\
oci\xc3\xa9t\xc3\xa9s utilis\
ent vraiment le\x0a\
m\xc3\xaame compte de \
la plateforme, c\
ochez *Une autre\
 de mes soci\xc3\xa9t\xc3\
\xa9s utilise aussi\
 cette cl\xc3\xa9*\xe2\x80\xaf;\
 sinon fbrecon l\
a\x0arefuse, car le\
s paiements de l\
\xe2\x80\x99une seraient \
cherch\xc3\xa9s dans l\
es comptes de l\xe2\
\x80\x99autre.\x0a\x0a## San\
s cl\xc3\xa9 {#none}\x0a\x0a\
Sans cl\xc3\xa9, fbrec\
on travaille ave\
c des [fichiers]\
(files.md)\xc2\xa0: ex\
ports de Stripe,\
 de GoCardless e\
t de Square, ou\x0a\
tout autre table\
au.\x0a\x0a## Le lien \
propre \xc3\xa0 la pla\
teforme {#link}\x0a\
\x0aAlternative Pay\
ments a son prop\
re lien FreshBoo\
ks. Tant qu\xe2\x80\x99il\
 est actif, lais\
sez fbrecon sur \
*Lit seulement*\xc2\
\xa0:\x0ail copie, rap\
proche et prouve\
 ce que fait le \
lien. Pour laiss\
er fbrecon \xc3\xa9cri\
re, d\xc3\xa9sactivez \
le lien dans le\x0a\
tableau de bord,\
 sous *Integrati\
ons*, puis indiq\
uez-le sur la pa\
ge d\xe2\x80\x99accueil.\x0a\
\
\x00\x00\x04\x09\
#\
 La preuve des f\
onds non d\xc3\xa9pos\xc3\
\xa9s\x0a\x0aLes fonds no\
n d\xc3\xa9pos\xc3\xa9s devr\
aient contenir e\
xactement ce qui\
 a \xc3\xa9t\xc3\xa9 encaiss\
\xc3\xa9 et pas encore\
 vers\xc3\xa9. La page\
 d\xe2\x80\x99accueil\x0acom\
pare cela avec l\
e grand livre de\
 FreshBooks, pou\
r chaque devise.\
\x0a\x0a| mot | signif\
ie |\x0a|---|---|\x0a|\
 Devrait \xc3\xaatre |\
 les paiements n\
on vers\xc3\xa9s, et l\
es versements sa\
ns \xc3\xa9criture |\x0a|\
 Grand livre | c\
e que le compte \
contient dans Fr\
eshBooks |\x0a| Pas\
 encore vers\xc3\xa9 |\
 encaiss\xc3\xa9, et d\
ans aucun versem\
ent jusqu\xe2\x80\x99ici \
|\x0a| Vers\xc3\xa9, \xc3\xa9cr\
iture non pass\xc3\xa9\
e | l\xe2\x80\x99argent e\
st \xc3\xa0 la banque,\
 le grand livre \
ne le sait pas |\
\x0a| Autres mouvem\
ents du compte |\
 ce que d\xe2\x80\x99autr\
es y ont imput\xc3\xa9\
 |\x0a| Inexpliqu\xc3\xa9\
 | ce qu\xe2\x80\x99aucun\
e de ces lignes \
n\xe2\x80\x99explique\xc2\xa0: \
regardez d\xe2\x80\x99abo\
rd ici |\x0a\x0a*Affic\
her les lignes* \
montre de quoi c\
haque ligne se c\
ompose, avec son\
 \xc3\xa2ge. Si le gra\
nd livre ne peut\
 \xc3\xaatre lu, cela \
est\x0adit et rien \
n\xe2\x80\x99est affirm\xc3\xa9\
.\x0a\x0aUne ligne anc\
ienne sous *Pas \
encore vers\xc3\xa9* e\
st souvent un pa\
iement retourn\xc3\xa9\
. Une ligne sous\
 *Autres mouveme\
nts du\x0acompte* e\
st souvent un d\xc3\
\xa9p\xc3\xb4t saisi \xc3\xa0 l\
a main.\x0a\
\x00\x00\x0b?\
#\
 Enregistrer l\xe2\x80\
\x99application Fre\
shBooks\x0a\x0aFreshBo\
oks ne laisse en\
trer un programm\
e que par une ap\
plication qui y \
est enregistr\xc3\xa9e\
. Vous en enregi\
strez\x0aune pour v\
otre cabinet, un\
e seule fois\xe2\x80\xaf;\
 elle sert \xc3\xa0 to\
utes vos soci\xc3\xa9t\
\xc3\xa9s.\x0a\x0a## Comment\
 faire {#how}\x0a\x0a1\
. Connectez-vous\
 \xc3\xa0 FreshBooks e\
t ouvrez la [pag\
e des d\xc3\xa9veloppe\
urs](https://my.\
freshbooks.com/#\
/developer).\x0a2. \
Cr\xc3\xa9ez une appli\
cation. Peu impo\
rtent le nom et \
la description, \
\xc2\xab\xe2\x80\xaffbrecon de \
notre cabinet\xe2\x80\xaf\
\xc2\xbb par exemple.\x0a\
3. **Redirect UR\
I**\xc2\xa0: `https://\
localhost/callba\
ck`. Voyez ci-de\
ssous pourquoi.\x0a\
4. Cochez les au\
torisations (sco\
pes) ci-dessous,\
 et enregistrez.\
\x0a5. Rouvrez l\xe2\x80\x99\
application. **C\
lient ID** et **\
Client secret** \
y figurent\xe2\x80\xaf; c\
opiez les deux d\
ans fbrecon, ain\
si\x0a   que la red\
irect URI exacte\
ment telle que v\
ous l\xe2\x80\x99avez enr\
egistr\xc3\xa9e.\x0a\x0a## L\
\xe2\x80\x99adresse de re\
direction {#redi\
rect}\x0a\x0aApr\xc3\xa8s la\
 connexion, Fres\
hBooks vous envo\
ie \xc3\xa0 cette adre\
sse, avec un cod\
e qui laisse ent\
rer fbrecon une \
fois.\x0afbrecon at\
tend l\xe2\x80\x99adresse\
 et ne l\xe2\x80\x99ouvre\
 jamais\xe2\x80\xaf; elle\
 n\xe2\x80\x99a donc pas \
\xc3\xa0 mener quelque\
 part. Elle doit\
 commencer\x0apar `\
https://`, ne co\
ntenir ni `?`, n\
i `#`, ni `@`, e\
t \xc3\xaatre la m\xc3\xaame\
 ici et dans Fre\
shBooks, lettre \
pour\x0alettre. Fre\
shBooks n\xe2\x80\x99acce\
pte aucune adres\
se `http://`, pa\
s m\xc3\xaame celle de\
 votre propre or\
dinateur.\x0a\x0a## Le\
s autorisations,\
 et \xc3\xa0 quoi chac\
une sert {#scope\
s}\x0a\x0a| autorisati\
on | sert \xc3\xa0 |\x0a|\
---|---|\x0a| `user\
:profile:read` |\
 savoir qui s\xe2\x80\x99\
est connect\xc3\xa9, e\
t pour quelles e\
ntreprises |\x0a| `\
user:clients:rea\
d` | lire vos cl\
ients |\x0a| `user:\
invoices:read` |\
 lire les factur\
es et leurs lign\
es |\x0a| `user:pay\
ments:read` | li\
re les paiements\
 d\xc3\xa9j\xc3\xa0 dans les\
 comptes, pour q\
u\xe2\x80\x99aucun ne soi\
t enregistr\xc3\xa9 de\
ux fois |\x0a| `use\
r:payments:write\
` | enregistrer \
des paiements\xe2\x80\xaf\
; supprimer, sur\
 votre ordre, un\
 paiement que fb\
recon a enregist\
r\xc3\xa9 |\x0a| `user:jo\
urnal_entries:re\
ad` | lire le pl\
an comptable, et\
 les mouvements \
qui prouvent les\
 fonds non d\xc3\xa9po\
s\xc3\xa9s |\x0a| `user:j\
ournal_entries:w\
rite` | saisir l\
es versements, u\
ne fois que vous\
 l\xe2\x80\x99activez |\x0a|\
 `user:expenses:\
read` | lire les\
 d\xc3\xa9penses, pour\
 que des frais n\
e soient pas enr\
egistr\xc3\xa9s deux f\
ois |\x0a| `user:ex\
penses:write` | \
enregistrer les \
frais comme d\xc3\xa9p\
enses, une fois \
que vous l\xe2\x80\x99act\
ivez |\x0a\x0aRien d\xe2\x80\
\x99autre n\xe2\x80\x99est d\
emand\xc3\xa9. Une aut\
orisation qui n\xe2\
\x80\x99est pas coch\xc3\xa9\
e sur l\xe2\x80\x99applic\
ation fait refus\
er toute la\x0aconn\
exion par FreshB\
ooks\xc2\xa0: cochez-l\
a, puis reconnec\
tez-vous.\x0a\x0a## Si\
 cela ne marche \
pas {#trouble}\x0a\x0a\
- *The scope is \
invalid*\xc2\xa0: l\xe2\x80\x99\
une des autorisa\
tions ci-dessus \
n\xe2\x80\x99est pas coch\
\xc3\xa9e.\x0a- *The redi\
rect URI is not \
valid*\xc2\xa0: elle d\
iff\xc3\xa8re de celle\
 de l\xe2\x80\x99applicat\
ion, souvent par\
 une barre obliq\
ue \xc3\xa0\x0a  la fin.\x0a\
- *Invalid clien\
t*\xc2\xa0: le client \
secret a \xc3\xa9t\xc3\xa9 c\
opi\xc3\xa9 en partie,\
 ou renouvel\xc3\xa9 d\
epuis dans Fresh\
Books.\x0a- Vous po\
uvez aussi vous \
connecter avec v\
otre propre navi\
gateur\xc2\xa0: *Utili\
ser plut\xc3\xb4t mon \
navigateur*, dan\
s la\x0a  fen\xc3\xaatre \
de connexion.\x0a\
\x00\x00\x05\xc9\
#\
 Versements et f\
rais\x0a\x0aLa platefo\
rme verse ce qu\xe2\
\x80\x99elle a encaiss\
\xc3\xa9, moins ce qu\xe2\
\x80\x99elle garde. La\
 page Versements\
 montre de quoi \
chaque versement\
 se\x0acompose\xc2\xa0: s\
es paiements, fr\
ais, rembourseme\
nts et tout le r\
este, et si le c\
ompte y est au c\
entime pr\xc3\xa8s.\x0a\x0a#\
# \xc3\x89critures {#e\
ntries}\x0a\x0aUne foi\
s que vous l\xe2\x80\x99a\
ctivez \xc3\xa0 la fin\
 de [Configurer \
les comptes](acc\
ounts.md), fbrec\
on passe chaque \
versement dans l\
e\x0agrand livre\xc2\xa0:\
 banque et frais\
 contre fonds no\
n d\xc3\xa9pos\xc3\xa9s, pr\xc3\
\xa9l\xc3\xa8vements et r\
emboursements \xc3\xa0\
 part.\x0a\x0a- Un ver\
sement attend qu\
e chacune de ses\
 lignes soit un \
paiement dont il\
 est prouv\xc3\xa9 qu\xe2\
\x80\x99il est dans le\
s comptes.\x0a- Auc\
une \xc3\xa9criture ne\
 peut \xc3\xaatre supp\
rim\xc3\xa9e dans Fres\
hBooks. La premi\
\xc3\xa8re part donc s\
eule et est relu\
e avant qu\xe2\x80\x99une\
 seconde\x0a  suive\
, et celle dont \
la r\xc3\xa9ponse s\xe2\x80\x99\
est perdue n\xe2\x80\x99e\
st jamais renvoy\
\xc3\xa9e automatiquem\
ent.\x0a- Avec un [\
flux bancaire](a\
ccounts.md#feed)\
, aucune n\xe2\x80\x99est\
 pass\xc3\xa9e.\x0a\x0a## Le\
s frais seuls {#\
fees}\x0a\x0aSi vos co\
mptes n\xe2\x80\x99ont pa\
s d\xe2\x80\x99\xc3\xa9critures\
 de journal, ou \
si un flux banca\
ire comptabilise\
 les d\xc3\xa9p\xc3\xb4ts, v\
os frais peuvent\
 \xc3\xaatre\x0aenregistr\
\xc3\xa9s comme d\xc3\xa9pen\
ses dans une cat\
\xc3\xa9gorie \xc3\xa0 vous.\
 Chaque versemen\
t a soit une \xc3\xa9c\
riture, soit une\
 d\xc3\xa9pense, jamai\
s les\x0adeux.\x0a\x0a## \
\xc3\x80 la main {#han\
d}\x0a\x0a*Enregistrer\
 les \xc3\xa9critures \
\xc3\xa0 saisir* \xc3\xa9cri\
t un tableau de \
ce qu\xe2\x80\x99il vous \
reste \xc3\xa0 saisir \
vous-m\xc3\xaame.\x0a\x0a## \
Les frais du cli\
ent {#customer}\x0a\
\x0aLes frais que l\
e client paie en\
 sus ne sont pas\
 les v\xc3\xb4tres\xc2\xa0: \
ils ne sont ni e\
nregistr\xc3\xa9s ni c\
ompt\xc3\xa9s dans vos\
 frais.\x0a\
\x00\x00\x05\x94\
#\
 Choisir les com\
ptes\x0a\x0a*Configure\
r les comptes*, \
sur la page d\xe2\x80\x99\
accueil, demande\
 lequel de vos c\
omptes tient que\
l r\xc3\xb4le. Vous po\
uvez y\x0arevenir \xc3\
\xa0 tout moment\xe2\x80\xaf\
; il est dit ce \
qu\xe2\x80\x99un changeme\
nt signifie avan\
t que vous l\xe2\x80\x99e\
nregistriez.\x0a\x0a| \
r\xc3\xb4le | est |\x0a|-\
--|---|\x0a| Fonds \
non d\xc3\xa9pos\xc3\xa9s | \
le compte d\xe2\x80\x99at\
tente o\xc3\xb9 resten\
t les paiements \
encaiss\xc3\xa9s jusqu\
\xe2\x80\x99\xc3\xa0 leur verse\
ment |\x0a| Banque \
| le compte sur \
lequel la platef\
orme verse |\x0a| F\
rais | ce que la\
 plateforme gard\
e |\x0a| Remboursem\
ents | o\xc3\xb9 vont \
les remboursemen\
ts, si vous les \
tenez \xc3\xa0 part |\x0a\
\x0aChaque suggesti\
on dit pourquoi \
elle est faite\xc2\xa0\
: par son nom, o\
u parce que Fres\
hBooks y impute \
d\xc3\xa9j\xc3\xa0 vos\x0apaiem\
ents. Les compte\
s des fonds non \
d\xc3\xa9pos\xc3\xa9s et des\
 frais peuvent \xc3\
\xaatre cr\xc3\xa9\xc3\xa9s dan\
s FreshBooks sur\
-le-champ.\x0a\x0a## L\
e flux bancaire \
{#feed}\x0a\x0aSi Fres\
hBooks importe v\
otre compte banc\
aire de lui-m\xc3\xaam\
e, la ligne du f\
lux comptabilise\
 le d\xc3\xa9p\xc3\xb4t. Une\
 \xc3\xa9criture\x0ade fb\
recon comptabili\
serait le m\xc3\xaame \
argent une secon\
de fois\xe2\x80\xaf; avec\
 un flux bancair\
e, il n\xe2\x80\x99en pas\
se donc aucune.\x0a\
Vous pouvez fair\
e enregistrer le\
s [frais seuls](\
payouts.md#fees)\
 comme d\xc3\xa9penses\
.\x0a\x0a## O\xc3\xb9 arrive\
nt les paiements\
 {#land}\x0a\x0aFreshB\
ooks d\xc3\xa9cide \xc3\xa0 \
quel compte un p\
aiement est impu\
t\xc3\xa9\xe2\x80\xaf; son inte\
rface ne prend p\
as de compte. fb\
recon lit dans\x0al\
e grand livre o\xc3\
\xb9 sont vos paiem\
ents. Si ce n\xe2\x80\x99\
est pas le compt\
e que vous avez \
choisi, on vous \
demande lequel c\
e\x0adoit \xc3\xaatre, ou\
 si les paiement\
s passent par lu\
i.\x0a\
\x00\x00\x0a\x22\
#\
 La ligne de com\
mande\x0a\x0a`fbrecon \
COMMANDE --help`\
 \xc3\xa9num\xc3\xa8re les m\
ots de chaque co\
mmande, `--json`\
 imprime du JSON\
 pour les script\
s. Les commandes\
\x0ar\xc3\xa9pondent en a\
nglais\xe2\x80\xaf; leurs\
 erreurs sont en\
 fran\xc3\xa7ais dans \
un terminal fran\
\xc3\xa7ais. S\xe2\x80\x99il y \
a plusieurs soci\
\xc3\xa9t\xc3\xa9s, nommez-e\
n\x0aune\xc2\xa0: `fbreco\
n --company SLUG\
 status`.\x0a\x0a| com\
mande | fait |\x0a|\
---|---|\x0a| `gui`\
 | ouvre la fen\xc3\
\xaatre\xe2\x80\xaf; `fbreco\
n` seul aussi |\x0a\
| `demo` | joue \
tout le travail \
dans un bac \xc3\xa0 s\
able |\x0a| `sandbo\
x` | sert un Fre\
shBooks et une p\
lateforme invent\
\xc3\xa9s sur cet ordi\
nateur |\x0a| `comp\
anies` | \xc3\xa9num\xc3\xa8\
re les soci\xc3\xa9t\xc3\xa9\
s\xe2\x80\xaf; `add`, `re\
store`, `remove`\
 |\x0a| `connect` |\
 `freshbooks` co\
nnecte avec votr\
e navigateur, `p\
latform` prend s\
a cl\xc3\xa9 |\x0a| `disc\
onnect` | oublie\
 `freshbooks` ou\
 `platform` |\x0a| \
`accounts` | le \
plan comptable e\
t ce qui a \xc3\xa9t\xc3\xa9\
 choisi\xe2\x80\xaf; `set\
` choisit |\x0a| `s\
ync` | une synch\
ronisation maint\
enant\xe2\x80\xaf; `--ful\
l` relit tout, `\
--all` synchroni\
se chaque soci\xc3\xa9\
t\xc3\xa9, l\xe2\x80\x99une apr\
\xc3\xa8s l\xe2\x80\x99autre |\x0a\
| `pause`, `resu\
me` | mettent [l\
\xe2\x80\x99horaire](wind\
ow.md#pause) de \
la fen\xc3\xaatre ouve\
rte au repos, et\
 le reprennent |\
\x0a| `preview` | c\
e que la prochai\
ne synchronisati\
on \xc3\xa9crirait |\x0a|\
 `status` | o\xc3\xb9 \
tout en est\xe2\x80\xaf; \
`--all`\xc2\xa0: chaqu\
e soci\xc3\xa9t\xc3\xa9 en u\
ne ligne |\x0a| `li\
st` | factures, \
clients, paiemen\
ts, versements, \
d\xc3\xa9p\xc3\xb4ts, r\xc3\xa8gle\
s, preuve, point\
s \xc3\xa0 traiter, ac\
tivit\xc3\xa9 |\x0a| `sho\
w` | les deux c\xc3\
\xb4t\xc3\xa9s d\xe2\x80\x99un enr\
egistrement, et \
ce qui lui est a\
rriv\xc3\xa9 |\x0a| `week\
s` | ce qui a \xc3\xa9\
t\xc3\xa9 encaiss\xc3\xa9 et\
 vers\xc3\xa9 par sema\
ine |\x0a| `approve\
`, `dismiss` | d\
isent oui ou non\
 \xc3\xa0 ce qui atten\
d |\x0a| `undo` | r\
etire un paiemen\
t, une \xc3\xa9criture\
 ou toute une sy\
nchronisation |\x0a\
| `receipt` | co\
mment un paiemen\
t est entr\xc3\xa9 dan\
s les comptes |\x0a\
| `import` | imp\
orte un fichier \
de paiements, de\
 versements ou d\
e lignes bancair\
es |\x0a| `reconcil\
e` | compte quel\
les lignes banca\
ires montrent de\
s versements |\x0a|\
 `entries` | enr\
egistre les \xc3\xa9cr\
itures de versem\
ents \xc3\xa0 saisir |\
\x0a| `periods` | p\
\xc3\xa9riodes cl\xc3\xb4tur\
\xc3\xa9es\xe2\x80\xaf; `close`\
, `reopen` |\x0a| `\
report` | \xc3\xa9crit\
 le rapport d\xe2\x80\x99\
une p\xc3\xa9riode |\x0a|\
 `settings` | mo\
ntre ou change u\
n [r\xc3\xa9glage](set\
tings.md#names) \
|\x0a| `doctor` | v\
\xc3\xa9rifie les fich\
iers, les connex\
ions et le coffr\
e |\x0a| `export` |\
 tout d\xe2\x80\x99une so\
ci\xc3\xa9t\xc3\xa9 en fichi\
ers CSV, JSON et\
 SQLite |\x0a| `log\
in` | ouvre la f\
en\xc3\xaatre \xc3\xa0 l\xe2\x80\x99o\
uverture de sess\
ion\xc2\xa0: `on`, `of\
f` |\x0a| `completi\
on` | ce qu\xe2\x80\x99il\
 faut \xc3\xa0 bash, z\
sh ou fish pour \
compl\xc3\xa9ter les c\
ommandes |\x0a| `ma\
nual` | la page \
de manuel |\x0a\x0aUne\
 commande finit \
par 0 quand c\xe2\x80\x99\
est fait, 1 quan\
d elle a \xc3\xa9chou\xc3\
\xa9, 2 pour un mot\
 faux, 3 quand v\
ous devez d\xe2\x80\x99ab\
ord faire\x0aquelqu\
e chose, et 4 qu\
and un service e\
st injoignable p\
our l\xe2\x80\x99instant.\
\x0a\
\x00\x00\x07\xac\
#\
 Premiers pas\x0a\x0aR\
ien n\xe2\x80\x99est \xc3\xa9cr\
it nulle part av\
ant que vous le \
disiez \xc3\xa0 l\xe2\x80\x99\xc3\xa9\
tape 4. Vous pou\
vez vous arr\xc3\xaate\
r apr\xc3\xa8s chaque\x0a\
\xc3\xa9tape et contin\
uer un autre jou\
r.\x0a\x0a## Juste pou\
r voir {#sandbox\
}\x0a\x0a*Essayer avec\
 le bac \xc3\xa0 sable\
*, sur la page d\
\xe2\x80\x99accueil, ouvr\
e une seconde fe\
n\xc3\xaatre avec un F\
reshBooks et une\
\x0aplateforme inve\
nt\xc3\xa9s, sur cet o\
rdinateur seulem\
ent. Aucune insc\
ription, et rien\
 n\xe2\x80\x99en reste qu\
and vous fermez\x0a\
cette fen\xc3\xaatre.\x0a\
\x0a## Avec vos pro\
pres comptes {#o\
wn}\x0a\x0a1. **Connec\
ter FreshBooks.*\
* Vous [enregist\
rez une applicat\
ion](freshbooks-\
app.md) une fois\
, saisissez ses\x0a\
   trois valeurs\
, puis vous conn\
ectez. La premi\xc3\
\xa8re copie commen\
ce aussit\xc3\xb4t\xc2\xa0: \
d\xe2\x80\x99abord les 12\
 derniers mois,\x0a\
   utilisables a\
pr\xc3\xa8s quelques m\
inutes, puis tou\
tes les ann\xc3\xa9es \
ant\xc3\xa9rieures. Vo\
us pouvez travai\
ller pendant ce\x0a\
   temps.\x0a2. **C\
onnecter la plat\
eforme.** Saisis\
sez la [cl\xc3\xa9 d\xe2\x80\
\x99API](platform-k\
ey.md) d\xe2\x80\x99Alter\
native Payments.\
 Elle est\x0a   v\xc3\xa9\
rifi\xc3\xa9e \xc3\xa0 la sa\
isie.\x0a3. **Confi\
gurer les compte\
s.** Dites [quel\
s comptes](accou\
nts.md) servent \
de fonds non d\xc3\xa9\
pos\xc3\xa9s, de banqu\
e et\x0a   de frais\
.\x0a4. **Activer l\
\xe2\x80\x99\xc3\xa9criture**, \
une fois que le \
lien FreshBooks \
propre \xc3\xa0 la pla\
teforme est d\xc3\xa9s\
activ\xc3\xa9. Avant c\
ela,\x0a   fbrecon \
ne fait que lire\
\xc2\xa0: deux program\
mes qui \xc3\xa9criven\
t enregistreraie\
nt deux fois le \
m\xc3\xaame paiement.\x0a\
\x0a## Sans aucune \
cl\xc3\xa9 {#files}\x0a\x0aP\
aiements, versem\
ents et relev\xc3\xa9s\
 bancaires peuve\
nt venir de [fic\
hiers](files.md)\
 seuls. Connecte\
z FreshBooks,\x0apa\
ssez la platefor\
me, et utilisez \
*Importer\xe2\x80\xa6* ou\
 d\xc3\xa9posez un fic\
hier sur la fen\xc3\
\xaatre. Le contenu\
 d\xe2\x80\x99un fichier\x0a\
est rapproch\xc3\xa9 d\
e vos comptes\xe2\x80\xaf\
; rien n\xe2\x80\x99en es\
t enregistr\xc3\xa9 sa\
ns votre approba\
tion.\x0a\x0a## Ensuit\
e {#then}\x0a\x0aTant \
que la fen\xc3\xaatre \
est ouverte, les\
 paiements sont \
cherch\xc3\xa9s toutes\
 les 5 minutes e\
t les comptes so\
nt lus\x0atoutes le\
s heures\xe2\x80\xaf; les\
 deux se changen\
t dans les [Para\
m\xc3\xa8tres](setting\
s.md). *Synchron\
iser* (F5) le fa\
it\x0aaussit\xc3\xb4t. Ce\
 que fbrecon ne \
peut d\xc3\xa9cider se\
ul attend sous [\
\xc3\x80 traiter](atte\
ntion.md).\x0a\
\x00\x00\x02\x8c\
#\
 L\xe2\x80\x99aper\xc3\xa7u\x0a\x0aLa\
 page Aper\xc3\xa7u mo\
ntre ce que la p\
rochaine synchro\
nisation \xc3\xa9crira\
it\xc2\xa0: chaque pai\
ement, chaque co\
pie de facture, \
chaque\x0a\xc3\xa9criture\
, en mots simple\
s, et si cela pe\
ut \xc3\xaatre repris.\
 En dessous figu\
rent les facture\
s et les soldes \
tels qu\xe2\x80\x99ils\x0ase\
raient ensuite. \
Regarder ne chan\
ge rien.\x0a\x0a*\xc3\x89cri\
re ceci* lit d\xe2\x80\
\x99abord les deux \
services. Si un \
\xc3\xa9l\xc3\xa9ment sur le\
quel l\xe2\x80\x99aper\xc3\xa7u\
 repose a chang\xc3\
\xa9 depuis, rien n\
\xe2\x80\x99est\x0a\xc3\xa9crit et\
 vous voyez le n\
ouvel aper\xc3\xa7u. C\
e qui est surven\
u entre-temps at\
tend la prochain\
e synchronisatio\
n.\x0a\x0aCe qui est [\
incertain](posti\
ng.md#uncertain)\
 n\xe2\x80\x99est pas dan\
s l\xe2\x80\x99aper\xc3\xa7u\xc2\xa0:\
 seule la lectur\
e de FreshBooks \
le r\xc3\xa8gle.\x0a\
\x00\x00\x03{\
#\
 Annuler\x0a\x0a**Ctrl\
+Z** reprend vot\
re derni\xc3\xa8re d\xc3\xa9\
cision (un oui, \
un non, une corr\
espondance) tant\
 que rien n\xe2\x80\x99a \
\xc3\xa9t\xc3\xa9 envoy\xc3\xa9 \xc3\xa0\
 cause\x0ad\xe2\x80\x99elle.\
\x0a\x0a*Annuler* reti\
re ce qui a \xc3\xa9t\xc3\
\xa9 \xc3\xa9crit\xc2\xa0: un p\
aiement sur la p\
age Paiements, u\
ne \xc3\xa9criture dan\
s Activit\xc3\xa9, ou \
toute une\x0asynchr\
onisation dans l\
\xe2\x80\x99historique so\
us Param\xc3\xa8tres.\x0a\
\x0a- D\xe2\x80\x99abord, ce\
 qui est l\xc3\xa0 est\
 lu et il vous e\
st montr\xc3\xa9 ce qu\
i serait r\xc3\xa9tabl\
i.\x0a- Cela ne con\
tinue que si tou\
t est encore tel\
 qu\xe2\x80\x99\xc3\xa9crit. Si\
 un enregistreme\
nt a chang\xc3\xa9 dep\
uis, il est dit \
ce qui a chang\xc3\xa9\
\x0a  et rien n\xe2\x80\x99e\
st retir\xc3\xa9.\x0a- Un\
 paiement est su\
pprim\xc3\xa9 dans Fre\
shBooks, une cop\
ie de facture ar\
chiv\xc3\xa9e sur la p\
lateforme, une d\
\xc3\xa9pense supprim\xc3\
\xa9e.\x0a- Une \xc3\xa9crit\
ure de journal n\
e peut \xc3\xaatre sup\
prim\xc3\xa9e dans Fre\
shBooks\xe2\x80\xaf; une \
seconde la contr\
epasse.\x0a- Ce qui\
 a \xc3\xa9t\xc3\xa9 retir\xc3\xa9\
 n\xe2\x80\x99est pas r\xc3\xa9\
\xc3\xa9crit automatiq\
uement.\x0a\x0aSeul ce\
 que fbrecon a \xc3\
\xa9crit est jamais\
 retir\xc3\xa9.\x0a\
\x00\x00\x0c\x9b\
#\
 La fen\xc3\xaatre, pa\
ge par page\x0a\x0a| p\
age | montre |\x0a|\
---|---|\x0a| Accue\
il | les deux co\
nnexions, ce qui\
 reste \xc3\xa0 faire,\
 l\xe2\x80\x99horaire, la\
 [preuve des fon\
ds non d\xc3\xa9pos\xc3\xa9s\
](clearing.md), \
ce qui a \xc3\xa9t\xc3\xa9 e\
ncaiss\xc3\xa9 et vers\
\xc3\xa9 |\x0a| Factures \
| chaque facture\
, ses lignes et \
paiements, et o\xc3\
\xb9 elle en est su\
r la plateforme \
|\x0a| Clients | ce\
 que doit chaque\
 client, avec se\
s factures et pa\
iements |\x0a| Paie\
ments | les paie\
ments des deux c\
\xc3\xb4t\xc3\xa9s, o\xc3\xb9 en e\
st chacun, et so\
n [justificatif]\
(posting.md#rece\
ipt) |\x0a| Verseme\
nts | de quoi ch\
aque [versement]\
(payouts.md) se \
compose, et o\xc3\xb9 \
il en est dans l\
e grand livre |\x0a\
| D\xc3\xa9p\xc3\xb4ts | cha\
que ligne de vos\
 relev\xc3\xa9s bancai\
res, avec le ver\
sement qu\xe2\x80\x99elle\
 montre (Ctrl+D)\
 |\x0a| Rapprocher \
| les [lignes ba\
ncaires](reconci\
le.md) \xc3\xa0 c\xc3\xb4t\xc3\xa9\
 des versements \
qu\xe2\x80\x99elles montr\
ent |\x0a| \xc3\x80 trait\
er | [ce que vou\
s seul pouvez r\xc3\
\xa9gler](attention\
.md), avec ce qu\
\xe2\x80\x99il faut faire\
 |\x0a| Aper\xc3\xa7u | [\
ce que la procha\
ine synchronisat\
ion \xc3\xa9crirait](p\
review.md) |\x0a| A\
ctivit\xc3\xa9 | chaqu\
e \xc3\xa9criture et c\
haque d\xc3\xa9cision\xc2\
\xa0: qui, quand, p\
ourquoi. Elle ne\
 fait que cro\xc3\xaet\
re |\x0a| Rapports \
| le [rapport d\xe2\
\x80\x99une p\xc3\xa9riode](\
reports.md), ava\
nt de l\xe2\x80\x99enregi\
strer |\x0a| Param\xc3\
\xa8tres | les [r\xc3\xa9\
glages](settings\
.md), connexions\
, fichiers et sa\
uvegardes, l\xe2\x80\x99h\
istorique des sy\
nchronisations |\
\x0a\x0a## Ce qui s\xe2\x80\x99\
est pass\xc3\xa9 {#sto\
ry}\x0a\x0aSous un tab\
leau figure la l\
igne courante\xc2\xa0:\
 comment FreshBo\
oks et la platef\
orme la pr\xc3\xa9sent\
ent, avec une ma\
rque l\xc3\xa0 o\xc3\xb9 ils\
\x0adiff\xc3\xa8rent, et \
chaque \xc3\xa9tape de\
 la facture \xc3\xa0 l\
a banque. Une \xc3\xa9\
tape de fbrecon \
m\xc3\xa8ne \xc3\xa0 son jus\
tificatif. Ctrl+\
O ouvre\x0al\xe2\x80\x99enre\
gistrement dans \
FreshBooks\xe2\x80\xaf; u\
ne \xc3\xa9criture de \
journal n\xe2\x80\x99y a \
pas d\xe2\x80\x99adresse \
connue, son num\xc3\
\xa9ro et son rep\xc3\xa8\
re sont donc\x0amon\
tr\xc3\xa9s.\x0a\x0a## Soci\xc3\
\xa9t\xc3\xa9s {#companie\
s}\x0a\x0aLe nom au-de\
ssus des pages o\
uvre la liste de\
s soci\xc3\xa9t\xc3\xa9s (Ct\
rl+K)\xc2\xa0: changer\
, ajouter, resta\
urer, supprimer.\
 Chaque soci\xc3\xa9t\xc3\
\xa9 a\x0ason propre f\
ichier, et toute\
s sont tenues \xc3\xa0\
 jour tant que l\
a fen\xc3\xaatre est o\
uverte. En suppr\
imer une supprim\
e son fichier et\
\x0ases sauvegardes\
 sur cet ordinat\
eur\xe2\x80\xaf; rien ne \
change dans Fres\
hBooks ni sur la\
 plateforme.\x0a\x0a##\
 Pause {#pause}\x0a\
\x0a*Suspendre la s\
ynchronisation\xe2\x80\
\xa6*, sous l\xe2\x80\x99hor\
aire de l\xe2\x80\x99accu\
eil, met cette s\
oci\xc3\xa9t\xc3\xa9 au repo\
s\xc2\xa0: une heure, \
jusqu\xe2\x80\x99\xc3\xa0 demai\
n (le\x0ajour de l\xe2\
\x80\x99entreprise), o\
u jusqu\xe2\x80\x99\xc3\xa0 ce \
que vous repreni\
ez. Le menu de l\
a zone de notifi\
cation suspend t\
outes les soci\xc3\xa9\
t\xc3\xa9s.\x0aUne synchr\
onisation commen\
c\xc3\xa9e par l\xe2\x80\x99hor\
aire s\xe2\x80\x99arr\xc3\xaate\
 \xc3\xa0 son prochain\
 point s\xc3\xbbr. *Sy\
nchroniser* fonc\
tionne tout de m\
\xc3\xaame, et\x0ace qui \
a \xc3\xa9t\xc3\xa9 manqu\xc3\xa9 \
est rattrap\xc3\xa9 en\
suite. Une pause\
 survit \xc3\xa0 la fe\
n\xc3\xaatre.\x0a\x0a## Tabl\
eaux {#tables}\x0a\x0a\
Cliquez sur une \
colonne pour tri\
er. La recherche\
 trouve num\xc3\xa9ros\
, noms et montan\
ts. *Colonnes* c\
hoisit ce qui es\
t montr\xc3\xa9,\x0aun fi\
ltre peut \xc3\xaatre \
gard\xc3\xa9 sous un n\
om, et ce que mo\
ntre un tableau \
peut \xc3\xaatre enreg\
istr\xc3\xa9 en CSV ou\
 en classeur. Ct\
rl+C\x0acopie les l\
ignes s\xc3\xa9lection\
n\xc3\xa9es.\x0a\x0a## Avis \
{#notices}\x0a\x0aTant\
 que la fen\xc3\xaatre\
 est au premier \
plan, une courte\
 ligne \xc3\xa0 son pi\
ed dit ce qu\xe2\x80\x99u\
ne synchronisati\
on a apport\xc3\xa9. S\
inon, un\x0aavis de\
 votre syst\xc3\xa8me \
signale quand qu\
elque chose de n\
ouveau est \xc3\xa0 tr\
aiter\xc2\xa0: un seul\
 pour tout, jama\
is plus d\xe2\x80\x99un \xc3\
\xa0 la\x0afois, et au\
cun pendant une \
synchronisation.\
 Les [Param\xc3\xa8tre\
s](settings.md#n\
otices) les d\xc3\xa9s\
activent.\x0a\
\x00\x00\x070\
#\
 Ce qui circule,\
 et ce qui ne ci\
rcule jamais\x0a\x0a| \
quoi | va |\x0a|---\
|---|\x0a| clients,\
 factures, ligne\
s | de FreshBook\
s \xc3\xa0 cet ordinat\
eur, et \xc3\xa0 la pl\
ateforme |\x0a| pai\
ements encaiss\xc3\xa9\
s sur la platefo\
rme | \xc3\xa0 FreshBo\
oks, chacun une \
seule fois |\x0a| p\
aiements enregis\
tr\xc3\xa9s dans Fresh\
Books | \xc3\xa0 cet o\
rdinateur\xe2\x80\xaf; le\
 montant d\xc3\xbb sur\
 la plateforme d\
iminue d\xe2\x80\x99autan\
t |\x0a| versements\
 | de la platefo\
rme \xc3\xa0 cet ordin\
ateur\xe2\x80\xaf; dans l\
e grand livre un\
e fois que vous \
[l\xe2\x80\x99activez](pa\
youts.md) |\x0a\x0a## \
Factures {#invoi\
ces}\x0a\x0a- Une fact\
ure ouverte est \
mise sur la plat\
eforme. Si elle \
change dans Fres\
hBooks avant d\xe2\x80\
\x99\xc3\xaatre pay\xc3\xa9e, s\
a copie y\x0a  est \
archiv\xc3\xa9e et une\
 nouvelle prend \
sa place, car la\
 plateforme ne l\
aisse personne m\
odifier une fact\
ure.\x0a- Quand ell\
e est r\xc3\xa9gl\xc3\xa9e d\
ans FreshBooks, \
contest\xc3\xa9e ou re\
mise en brouillo\
n, la copie est \
archiv\xc3\xa9e.\x0a- Ni \
l\xe2\x80\x99un ni l\xe2\x80\x99au\
tre n\xe2\x80\x99arrive t\
ant qu\xe2\x80\x99un paie\
ment dessus est \
en cours.\x0a- Une \
fois pay\xc3\xa9e en e\
ntier par la pla\
teforme, elle re\
ste telle quelle\
. Un changement \
ult\xc3\xa9rieur dans \
FreshBooks\x0a  vou\
s est montr\xc3\xa9, e\
t n\xe2\x80\x99atteint pe\
rsonne.\x0a- Les br\
ouillons, les fa\
ctures contest\xc3\xa9\
es et les factur\
es \xc3\xa0 z\xc3\xa9ro sont\
 copi\xc3\xa9s mais pa\
s mis sur la pla\
teforme.\x0a\x0a## Ce \
qui n\xe2\x80\x99arrive j\
amais {#never}\x0a\x0a\
- Rien de ce qui\
 est fait ou mod\
ifi\xc3\xa9 sur la pla\
teforme n\xe2\x80\x99atte\
int les comptes,\
 sauf ses paieme\
nts.\x0a- Rien de c\
e que vous avez \
\xc3\xa9crit dans Fres\
hBooks n\xe2\x80\x99est m\
odifi\xc3\xa9 ni suppr\
im\xc3\xa9.\x0a- Les paie\
ments d\xe2\x80\x99avant \
la connexion ne \
sont jamais enre\
gistr\xc3\xa9s automat\
iquement. Ils vo\
us attendent.\x0a- \
\xc2\xab\xe2\x80\xafMarqu\xc3\xa9 pay\
\xc3\xa9\xe2\x80\xaf\xc2\xbb dans le \
tableau de bord \
n\xe2\x80\x99est pas de l\
\xe2\x80\x99argent\xc2\xa0: c\xe2\x80\
\x99est rapproch\xc3\xa9,\
 jamais enregist\
r\xc3\xa9.\x0a- Supprimer\
 ou archiver dan\
s FreshBooks n\xe2\x80\
\x99archive rien su\
r la plateforme\xe2\
\x80\xaf; on vous dema\
nde de le faire.\
\x0a- Aucun paiemen\
t n\xe2\x80\x99est suppri\
m\xc3\xa9 parce que la\
 plateforme l\xe2\x80\x99\
a repris. Vous \xc3\
\xaates averti, et \
vous d\xc3\xa9cidez.\x0a\
\x00\x00\x06\xc8\
#\
 Les fichiers\x0a\x0a*\
Importer\xe2\x80\xa6* sur\
 les pages Paiem\
ents et Versemen\
ts, Ctrl+I, ou u\
n fichier d\xc3\xa9pos\
\xc3\xa9 sur la fen\xc3\xaat\
re. Vous voyez c\
e que l\xe2\x80\x99on y\x0aa\
 reconnu, ses pr\
emi\xc3\xa8res lignes,\
 et ce qui entre\
rait, avant que \
quoi que ce soit\
 soit import\xc3\xa9. \
Les m\xc3\xaames ligne\
s une\x0aseconde fo\
is ne changent r\
ien.\x0a\x0a| de | t\xc3\xa9\
l\xc3\xa9charger | imp\
orter comme |\x0a|-\
--|---|---|\x0a| St\
ripe | Reports, \
*Payout reconcil\
iation*, Itemize\
d, toutes les co\
lonnes, CSV | pa\
iements, puis le\
 m\xc3\xaame fichier c\
omme versements \
|\x0a| GoCardless |\
 Payments, *Expo\
rt*\xe2\x80\xaf; et l\xe2\x80\x99*\
Export* d\xe2\x80\x99un v\
ersement | paiem\
ents\xe2\x80\xaf; verseme\
nts |\x0a| Square |\
 Transactions, *\
Export*, Transac\
tions CSV | paie\
ments, puis le m\
\xc3\xaame fichier com\
me versements |\x0a\
| votre banque |\
 OFX, QFX, CAMT.\
053 ou CSV | lig\
nes bancaires |\x0a\
\x0a## Tout autre t\
ableau {#columns\
}\x0a\x0aDites une foi\
s quelle colonne\
 est laquelle. L\
a r\xc3\xa9ponse est g\
ard\xc3\xa9e sous un n\
om et sert d\xe2\x80\x99e\
lle-m\xc3\xaame pour l\
es fichiers qui\x0a\
ont ces colonnes\
. Si un fichier \
ne dit pas si le\
 jour ou le mois\
 vient d\xe2\x80\x99abord\
, quel signe est\
 le signe d\xc3\xa9cim\
al, ou de\x0aquelle\
 devise il s\xe2\x80\x99a\
git, on vous le \
demande\xe2\x80\xaf; rien\
 n\xe2\x80\x99est devin\xc3\xa9\
.\x0a\x0a## Ce qu\xe2\x80\x99il\
 en advient {#th\
en}\x0a\x0aLes paiemen\
ts de fichiers s\
ont cherch\xc3\xa9s da\
ns FreshBooks \xc3\xa0\
 la prochaine sy\
nchronisation. C\
e qui y est est \
rapproch\xc3\xa9. Ce\x0aq\
ui n\xe2\x80\x99y est pas\
 attend avec sa \
raison, et n\xe2\x80\x99e\
st enregistr\xc3\xa9 q\
ue si vous l\xe2\x80\x99a\
pprouvez\xe2\x80\xaf; *Qu\
elle facture\xe2\x80\xa6*\
\x0a(Ctrl+Maj+Entr\xc3\
\xa9e) nomme la fac\
ture l\xc3\xa0 o\xc3\xb9 le \
fichier ne le fa\
it pas\xc2\xa0: celles\
 qui s\xe2\x80\x99en appr\
ochent viennent \
d\xe2\x80\x99abord, et\x0ato\
ute facture ouve\
rte se trouve pa\
r num\xc3\xa9ro, clien\
t ou montant. Le\
 m\xc3\xaame paiement \
est enregistr\xc3\xa9 \
une fois, aussi \
souvent\x0aque vien\
ne son fichier.\x0a\
\x0aUne ligne illis\
ible est nomm\xc3\xa9e\
 avec son num\xc3\xa9r\
o et la raison\xe2\x80\
\xaf; les autres en\
trent.\x0a\
\x00\x00\x07r\
#\
 L\xe2\x80\x99enregistrem\
ent des paiement\
s, et les justif\
icatifs\x0a\x0aUn paie\
ment encaiss\xc3\xa9 s\
ur la plateforme\
 est enregistr\xc3\xa9\
 sur sa facture \
dans FreshBooks.\
 Il l\xe2\x80\x99est une \
seule fois, quoi\
\x0aqu\xe2\x80\x99il arrive \
entre-temps.\x0a\x0a##\
 Comment {#how}\x0a\
\x0a1. L\xe2\x80\x99intentio\
n est d\xe2\x80\x99abord \
not\xc3\xa9e sur cet o\
rdinateur, avec \
un rep\xc3\xa8re qui n\
\xe2\x80\x99appartient qu\
\xe2\x80\x99\xc3\xa0 ce paiemen\
t.\x0a2. La facture\
 et tous ses pai\
ements sont lus \
dans FreshBooks.\
 Si le paiement \
y est d\xc3\xa9j\xc3\xa0, il\
 est repris. Si \
quelque\x0a   chose\
 n\xe2\x80\x99est pas hor\
s de doute, il e\
st retenu et on \
vous interroge.\x0a\
3. Il est envoy\xc3\
\xa9 une fois.\x0a4. I\
l est relu et co\
mpar\xc3\xa9\xc2\xa0: montan\
t, facture, jour\
.\x0a\x0aLe rep\xc3\xa8re (`\
FBR-` et 16 cara\
ct\xc3\xa8res) figure \
dans la note du \
paiement dans Fr\
eshBooks. Il per\
met \xc3\xa0 fbrecon d\
e retrouver\x0ases \
propres paiement\
s, m\xc3\xaame si cet \
ordinateur est p\
erdu.\x0a\x0a## Le mon\
tant {#sum}\x0a\x0aCe \
qui est enregist\
r\xc3\xa9 est ce que l\
e paiement enl\xc3\xa8\
ve \xc3\xa0 la facture\
\xc2\xa0: ce qui a \xc3\xa9t\
\xc3\xa9 d\xc3\xa9bit\xc3\xa9, moi\
ns les frais que\
 le client\x0aa pay\
\xc3\xa9s en sus. Les \
frais que vous p\
ayez font partie\
 du [versement](\
payouts.md).\x0a\x0a##\
 Incertain {#unc\
ertain}\x0a\x0aSi la r\
\xc3\xa9ponse de Fresh\
Books se perd, p\
ersonne ne peut \
dire aussit\xc3\xb4t s\
i le paiement es\
t arriv\xc3\xa9. Il n\xe2\
\x80\x99est jamais\x0asim\
plement renvoy\xc3\xa9\
. fbrecon lit ju\
squ\xe2\x80\x99\xc3\xa0 ce que \
ce soit r\xc3\xa9gl\xc3\xa9\xc2\
\xa0: \xc3\xa0 chaque syn\
chronisation, et\
 \xc2\xab\xe2\x80\xafpas l\xc3\xa0\xe2\x80\xaf\
\xc2\xbb ne compte\x0aqu\xe2\
\x80\x99apr\xc3\xa8s un quar\
t d\xe2\x80\x99heure. Vou\
s n\xe2\x80\x99avez rien \
\xc3\xa0 faire.\x0a\x0a## Ju\
stificatif {#rec\
eipt}\x0a\x0a*Justific\
atif*, sur la pa\
ge Paiements, mo\
ntre comment un \
paiement est ent\
r\xc3\xa9 dans les com\
ptes\xc2\xa0: ce qui \xc3\
\xa9tait pr\xc3\xa9vu, ce\
\x0aqui a \xc3\xa9t\xc3\xa9 lu \
avant, chaque en\
voi avec sa r\xc3\xa9p\
onse, la preuve,\
 le rep\xc3\xa8re et u\
n lien. Il peut \
\xc3\xaatre enregistr\xc3\
\xa9 comme\x0atexte, c\
omme page ou en \
JSON.\x0a\x0a## Approu\
ver et \xc3\xa9carter \
{#approve}\x0a\x0a*App\
rouver* dit oui \
\xc3\xa0 ce qui vous a\
 \xc3\xa9t\xc3\xa9 montr\xc3\xa9, \
et \xc3\xa0 rien d\xe2\x80\x99a\
utre\xc2\xa0: un nouve\
au doute est sou\
mis de nouveau. \
*\xc3\x89carter*\x0adit n\
on. Les deux peu\
vent \xc3\xaatre repri\
s avec Ctrl+Z ta\
nt que rien n\xe2\x80\x99\
a \xc3\xa9t\xc3\xa9 envoy\xc3\xa9.\
\x0a\
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
\x00\x02\
\x00\x00\x06\xd2\
\x00f\
\x00r\
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
\x00\x00\x00\x10\x00\x02\x00\x00\x00\x19\x00\x00\x00+\
\x00\x00\x00\x00\x00\x02\x00\x00\x00(\x00\x00\x00\x03\
\x00\x00\x06$\x00\x00\x00\x00\x00\x01\x00\x01`\xde\
\x00\x00\x06\xfa\x00\x00\x00\x00\x00\x01\x00\x01g\xe7\
\x00\x00\x05l\x00\x00\x00\x00\x00\x01\x00\x01Y\x9b\
\x00\x00\x05\xd2\x00\x00\x00\x00\x00\x01\x00\x01]\xa0\
\x00\x00\x06\x04\x00\x00\x00\x00\x00\x01\x00\x01_\x92\
\x00\x00\x03\xc2\x00\x00\x00\x00\x00\x01\x00\x01J\xd1\
\x00\x00\x03\xd6\x00\x00\x00\x00\x00\x01\x00\x01K\xf1\
\x00\x00\x06D\x00\x00\x00\x00\x00\x01\x00\x01a\xf0\
\x00\x00\x03\x00\x00\x00\x00\x00\x00\x01\x00\x01C>\
\x00\x00\x04\xa0\x00\x00\x00\x00\x00\x01\x00\x01Q\x82\
\x00\x00\x03\x1c\x00\x00\x00\x00\x00\x01\x00\x01DL\
\x00\x00\x05\x22\x00\x00\x00\x00\x00\x01\x00\x01Va\
\x00\x00\x02\xe2\x00\x00\x00\x00\x00\x01\x00\x01B`\
\x00\x00\x03\xa8\x00\x00\x00\x00\x00\x01\x00\x01I\x92\
\x00\x00\x032\x00\x00\x00\x00\x00\x01\x00\x01E`\
\x00\x00\x04\x1a\x00\x00\x00\x00\x00\x01\x00\x01M\xd4\
\x00\x00\x06\xbe\x00\x00\x00\x00\x00\x01\x00\x01e\xd4\
\x00\x00\x06\x80\x00\x00\x00\x00\x00\x01\x00\x01d\x08\
\x00\x00\x05V\x00\x00\x00\x00\x00\x01\x00\x01Xc\
\x00\x00\x02\xc8\x00\x00\x00\x00\x00\x01\x00\x01A$\
\x00\x00\x04\xb6\x00\x00\x00\x00\x00\x01\x00\x01R|\
\x00\x00\x06\x96\x00\x00\x00\x00\x00\x01\x00\x01e\x11\
\x00\x00\x04\xec\x00\x00\x00\x00\x00\x01\x00\x01TK\
\x00\x00\x06b\x00\x00\x00\x00\x00\x01\x00\x01c\x12\
\x00\x00\x05\xb4\x00\x00\x00\x00\x00\x01\x00\x01\x5c\x96\
\x00\x00\x05\x82\x00\x00\x00\x00\x00\x01\x00\x01Z\xdc\
\x00\x00\x07\x10\x00\x00\x00\x00\x00\x01\x00\x01i4\
\x00\x00\x03d\x00\x00\x00\x00\x00\x01\x00\x01G\x96\
\x00\x00\x04\xce\x00\x00\x00\x00\x00\x01\x00\x01SG\
\x00\x00\x05\xea\x00\x00\x00\x00\x00\x01\x00\x01^\xc8\
\x00\x00\x05\x9c\x00\x00\x00\x00\x00\x01\x00\x01[\xcc\
\x00\x00\x03\xfc\x00\x00\x00\x00\x00\x01\x00\x01L\xb8\
\x00\x00\x04\x88\x00\x00\x00\x00\x00\x01\x00\x01P\x88\
\x00\x00\x03H\x00\x00\x00\x00\x00\x01\x00\x01Fz\
\x00\x00\x048\x00\x00\x00\x00\x00\x01\x00\x01N\xd3\
\x00\x00\x03\x82\x00\x00\x00\x00\x00\x01\x00\x01H\xc3\
\x00\x00\x05\x04\x00\x00\x00\x00\x00\x01\x00\x01UV\
\x00\x00\x04^\x00\x00\x00\x00\x00\x01\x00\x01O\xc5\
\x00\x00\x06\xd6\x00\x00\x00\x00\x00\x01\x00\x01g\x05\
\x00\x00\x05:\x00\x00\x00\x00\x00\x01\x00\x01WF\
\x00\x00\x02\xbe\x00\x02\x00\x00\x00\x18\x00\x00\x00D\
\x00\x00\x02\x8e\x00\x00\x00\x00\x00\x01\x00\x00\x86I\
\x00\x00\x00\x80\x00\x00\x00\x00\x00\x01\x00\x00\x0d\xef\
\x00\x00\x00\x9c\x00\x00\x00\x00\x00\x01\x00\x00\x16\x89\
\x00\x00\x008\x00\x00\x00\x00\x00\x01\x00\x00\x04\x10\
\x00\x00\x02V\x00\x00\x00\x00\x00\x01\x00\x00u\xa0\
\x00\x00\x01D\x00\x00\x00\x00\x00\x01\x00\x00F\xc9\
\x00\x00\x01\x0e\x00\x00\x00\x00\x00\x01\x00\x00@9\
\x00\x00\x00\x1e\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\
\x00\x00\x01\xac\x00\x00\x00\x00\x00\x01\x00\x00W\xf7\
\x00\x00\x00\xb6\x00\x00\x00\x00\x00\x01\x00\x00\x1b\xd8\
\x00\x00\x00\xf0\x00\x00\x00\x00\x00\x01\x00\x00'\x97\
\x00\x00\x01h\x00\x00\x00\x00\x00\x01\x00\x00K|\
\x00\x00\x02n\x00\x00\x00\x00\x00\x01\x00\x00\x80/\
\x00\x00\x00\xd4\x00\x00\x00\x00\x00\x01\x00\x00!\xfd\
\x00\x00\x00N\x00\x00\x00\x00\x00\x01\x00\x00\x07\xe7\
\x00\x00\x01\xe2\x00\x00\x00\x00\x00\x01\x00\x00at\
\x00\x00\x02\xa4\x00\x00\x00\x00\x00\x01\x00\x00\x8c\x00\
\x00\x00\x02\x06\x00\x00\x00\x00\x00\x01\x00\x00j\x10\
\x00\x00\x02B\x00\x00\x00\x00\x00\x01\x00\x00r\xaf\
\x00\x00\x01*\x00\x00\x00\x00\x00\x01\x00\x00C;\
\x00\x00\x01\xc6\x00\x00\x00\x00\x00\x01\x00\x00\x5c\xa8\
\x00\x00\x02(\x00\x00\x00\x00\x00\x01\x00\x00pq\
\x00\x00\x00h\x00\x00\x00\x00\x00\x01\x00\x00\x0aS\
\x00\x00\x01\x84\x00\x00\x00\x00\x00\x01\x00\x00N\xef\
\x00\x00\x02\x8e\x00\x00\x00\x00\x00\x01\x00\x012\xe2\
\x00\x00\x00\x80\x00\x00\x00\x00\x00\x01\x00\x00\xa3\x06\
\x00\x00\x00\x9c\x00\x00\x00\x00\x00\x01\x00\x00\xadQ\
\x00\x00\x008\x00\x00\x00\x00\x00\x01\x00\x00\x97?\
\x00\x00\x02V\x00\x00\x00\x00\x00\x01\x00\x01\x1f\x0f\
\x00\x00\x01D\x00\x00\x00\x00\x00\x01\x00\x00\xe6\xf0\
\x00\x00\x01\x0e\x00\x00\x00\x00\x00\x01\x00\x00\xde\xe9\
\x00\x00\x00\x1e\x00\x00\x00\x00\x00\x01\x00\x00\x92\x7f\
\x00\x00\x01\xac\x00\x00\x00\x00\x00\x01\x00\x00\xfb\xc5\
\x00\x00\x00\xb6\x00\x00\x00\x00\x00\x01\x00\x00\xb3\x97\
\x00\x00\x00\xf0\x00\x00\x00\x00\x00\x01\x00\x00\xc1M\
\x00\x00\x01h\x00\x00\x00\x00\x00\x01\x00\x00\xecu\
\x00\x00\x02n\x00\x00\x00\x00\x00\x01\x00\x01+\xae\
\x00\x00\x00\xd4\x00\x00\x00\x00\x00\x01\x00\x00\xba\xc4\
\x00\x00\x00N\x00\x00\x00\x00\x00\x01\x00\x00\x9b\x9c\
\x00\x00\x01\xe2\x00\x00\x00\x00\x00\x01\x00\x01\x07*\
\x00\x00\x02\xa4\x00\x00\x00\x00\x00\x01\x00\x019\xae\
\x00\x00\x02\x06\x00\x00\x00\x00\x00\x01\x00\x01\x11P\
\x00\x00\x02B\x00\x00\x00\x00\x00\x01\x00\x01\x1b\x90\
\x00\x00\x01*\x00\x00\x00\x00\x00\x01\x00\x00\xe2v\
\x00\x00\x01\xc6\x00\x00\x00\x00\x00\x01\x00\x01\x01\x92\
\x00\x00\x02(\x00\x00\x00\x00\x00\x01\x00\x01\x19\x00\
\x00\x00\x00h\x00\x00\x00\x00\x00\x01\x00\x00\x9e\x90\
\x00\x00\x01\x84\x00\x00\x00\x00\x00\x01\x00\x00\xf0\x82\
"

def qInitResources():
    QtCore.qRegisterResourceData(0x01, qt_resource_struct, qt_resource_name, qt_resource_data)

def qCleanupResources():
    QtCore.qUnregisterResourceData(0x01, qt_resource_struct, qt_resource_name, qt_resource_data)

qInitResources()
