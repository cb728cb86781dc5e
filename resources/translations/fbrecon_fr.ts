<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name></name>
    <message>
        <source>Your FreshBooks app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FreshBooks lets a program in only through an app that you register on its developer page. You do this once; the three values stand there. They are kept encrypted on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It contains a blank; copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an address, not a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It contains a character that cannot be seen; copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID and secret are the same; one of them was copied twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FreshBooks&apos; own have only the digits 0 to 9 and a to f. Is it the right one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FreshBooks&apos; own have {usual} characters, this has {n}. Was all of it copied?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://localhost/callback.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FreshBooks accepts only addresses that begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must not contain ?, # or @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect Alternative Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an API key in the platform&apos;s dashboard, under Team Preferences, API Keys, and copy both values here. The key is checked with one harmless question and kept encrypted on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used: {flaw}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bank line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bank lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided and imported after this copy was made is lost. How much that is cannot be told, since the company file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: nothing was decided or recorded after it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} decision of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} decisions of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} imported bank line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} imported bank lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost would be: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} write made since is found again by its mark, not made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} writes made since are found again by their marks, not made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 1 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the program went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault in fbrecon, not in your books. Nothing was sent because of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, copy the details and report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {span} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} new thing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} new things need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, sums, ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results and decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} more at the bank, which nothing explains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} less at the bank, which nothing explains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another bank line shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, sum, day or payout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All bank lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{payments}, {gross}, less {fees} of fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owing something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payments yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} older one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} older ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No invoices yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes {expects}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which invoice is it for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} from {customer}. It is recorded there with the next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve for this invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} outstanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice or customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum or reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} currencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform knows this customer as {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id in FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands on the platform and can be paid there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was paid in full through the platform; edits do not go there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its copy was archived there by hand, so it is not collected there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is put on the platform with the next sync, or waits for something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform does not take its currency: not collected there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid out yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out, no entry written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other postings on the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Books only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearly the best, but not beyond doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too close to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing comes near.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being compared with what is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments in FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postings of the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refunded in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed, waiting for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved, sent with the next sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there, adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posted and verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held, waiting for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may have arrived, being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused by FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived, but not as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fbrecon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expense taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archiving there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} thing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} things wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where FreshBooks keeps the payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and finish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About fbrecon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps FreshBooks and Alternative Payments in step, and shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIT licence. It is not a product of FreshBooks or of Alternative Payments; both names belong to their owners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made with these libraries, and thanks those who write them:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountPicker</name>
    <message>
        <source>Search by name, number or type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the chart of accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account fits the search.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsCard</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect FreshBooks first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsWizard</name>
    <message>
        <source>Set up accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where collected money waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the customer&apos;s payment and the payout to your bank, the money is on its way. Bookkeepers call this account Undeposited Funds or a clearing account. It must not be your bank account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bank account that payouts reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the account in FreshBooks that stands for this bank account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processing fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the platform keeps of each payment is an expense of yours. A fee that your customer covers is not booked here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Disconnect {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fbrecon forgets how to sign in there. What was copied to this computer stays, and nothing changes in your books.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the platform&apos;s own link really off?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next sync on, fbrecon puts open invoices on the platform and writes collected payments into FreshBooks. If the platform&apos;s own FreshBooks link is still on, the same payment could be written twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is off, switch on writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does nothing else record these payments?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next sync on, fbrecon writes payments of imported files into FreshBooks, each once you say yes to it. If another program records the same payments there, they could be written twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else does, switch on writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports and statements (*.csv *.txt *.tsv *.ofx *.qfx *.xml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files on the page Payments, with Ctrl+I, or by dropping them here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Nothing was done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step of each write and each decision of yours is kept here for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityStrip</name>
    <message>
        <source>record {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddCompanyDialog</name>
    <message>
        <source>Add a company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking FreshBooks which businesses there are…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which business?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These businesses of your FreshBooks sign-in are not here yet. Each becomes a company of its own, kept apart from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in as another FreshBooks person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no business left to add from a sign-in that is kept here. Sign in as the FreshBooks person of the business that you want to add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The businesses could not be listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding the company…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressBar</name>
    <message>
        <source>secure connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address: {host}, {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address: none yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppKeysDialog</name>
    <message>
        <source>Client ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The long line of letters and digits under the app&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat it like a password. It is sent to FreshBooks only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirect URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly as registered, for example https://localhost/callback. fbrecon never opens it: it only waits for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In FreshBooks, once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. On the developer page, create an app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the developer page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Its redirect URI may be {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the redirect URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Tick {n} scope; the help says what it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Tick {n} scopes; the help says what each is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the scopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the second one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the platform key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it right for me…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Reconcile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money was collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It failed, nothing was collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was collected and returned later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer disputes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was refunded in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was refunded in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled before it was collected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What only a person can decide waits here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} thing waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} things wait for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more follows as you settle these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more follow as you settle these.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BankLines</name>
    <message>
        <source>{n} line to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} lines to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} not ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payout not seen at the bank yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payouts not seen at the bank yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each bank line shows its payout, or is not yours. The next statement brings new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a statement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bank lines yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a statement of the account that receives your payouts: CSV, OFX, QFX or CAMT.053. Each line is matched with the payout that it shows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BankPanel</name>
    <message>
        <source>What the bank line shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not this payout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ours, always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter accepts, C chooses, N is not ours, U undoes, ? shows all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a payout…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs together with {n} more bank lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments and fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing tells what this payout is made of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter once more to match them all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bank lines are selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose their payout…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If one payout came in several parts, choose it for all of them together. N says of each that it is not ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payout {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference: its {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, to the cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others that come near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose payout {id}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BankRulesDialog</name>
    <message>
        <source>Not ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank lines that are no payouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line with one of these texts is matched, numbers in it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are none yet. On a line such as rent or interest, Shift+N leaves out every line with that text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the rule for {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Something in the program went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. If it happens again, send us the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>FreshBooks sign-in page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page could not prove that it is what it says it is, so it was not opened. Check the date of this computer, or try from another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file came instead of a page. Nothing was downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a file, and nothing is downloaded here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in page stopped working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page could not prove that it is what it says it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FreshBooks could not be reached. Check the network of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page came back empty or broken. This is usually over in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the payments platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key? Use files instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of 4 done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Use an existing account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Existing account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a new account in FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing an account? Bank accounts are made in FreshBooks itself (Accounting, Chart of Accounts). Make it there, then start this wizard again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FreshBooks has no account that could take this role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use for this now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is already chosen for {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new account a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FreshBooks already has an account with this name; use that one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChooseBusiness</name>
    <message>
        <source>Businesses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which business?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your FreshBooks sign-in reaches several businesses. This company file keeps one of them and cannot be moved to another later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClearingCard</name>
    <message>
        <source>Undeposited funds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected money that was not paid out yet shows here, once there is some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a month…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClearingDialog</name>
    <message>
        <source>Undeposited funds in {currency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing on its way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Keep fbrecon in the tray?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There it goes on looking for payments, and tells you when something needs you. Without it, nothing is looked for until you start fbrecon again. You can change this in Settings; Ctrl+Q always ends fbrecon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End fbrecon</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing locks what undeposited funds came to. Whatever changes in that time afterwards is told with its sum, and fbrecon writes nothing into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to the end of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I agree with these figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I agree, although they are not proven by the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undeposited funds on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payment, payout, entry or posting is locked with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payments, payouts, entries and postings are locked with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed up to {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Companies</name>
    <message>
        <source>Remove {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The company file and its backups on this computer are deleted, with all decisions made here, and fbrecon forgets how to sign in there. Nothing changes in FreshBooks or on the platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompanyButton</name>
    <message>
        <source>Company: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company: none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the other companies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompanyMenu</name>
    <message>
        <source>Companies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a company…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this company…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountsCard</name>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments in FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on the platform, so not in FreshBooks: {invoices}, {customers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} customers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerDetailView</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id in FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id on the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform knows this customer as {there}. Customers cannot be changed there by other programs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>No customers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect FreshBooks, and your customers appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They appear here as the first copy reads them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailFrame</name>
    <message>
        <source>It cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Files and backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company files, their backups and the log lie in one folder. The company files are not encrypted: use the encryption of your disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program keeps no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All currencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FreshBooksCard</name>
    <message>
        <source>Progress of the first copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in once in a window of this program. fbrecon then keeps a copy of your customers, invoices and payments on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy on this computer is complete and kept up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FreshBooks no longer accepts the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} invoice copied so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} invoices copied so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 12 months: {recent}  ·  Older history: {older}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>Help page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help – fbrecon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is found. Try another word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads and writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} thing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} things need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost meanwhile; these wait until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sync has run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sync is running since {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sync {when}: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect FreshBooks first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sync did not finish everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sync failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HowOftenCard</name>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While this window is open, fbrecon reads both services by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices and customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportFileDialog</name>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the file tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day first: 31/12/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month first: 12/31/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a point: 1,234.50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a comma: 1.234,50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name keeps these answers for the next such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which column is which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they are understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first rows are understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read with the mapping “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}{field}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {unchanged} here already, {skipped} left out, {failed} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now: each payment is looked for in FreshBooks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Payouts; import the bank statement to see them arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Reconcile: each line shows which payout it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntroPage</name>
    <message>
        <source>Yes, or I am not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, bank lines are typed in or left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an entry for each payout; what is not certain waits for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the platform&apos;s fees as expenses, filed under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category of the fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the chart of accounts from FreshBooks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three accounts of your books take part: one where collected money waits until the platform pays it out, the bank account it is paid into, and the one for the platform&apos;s fees. Nothing is written before the last page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does FreshBooks import this bank account by itself (a bank feed)?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then the bank line itself is the record of the payout, and you match it in FreshBooks. fbrecon writes no entry for it: the same money would be booked twice, once by the feed and once by the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then a payout is on the books only once somebody enters it. This FreshBooks plan or sign-in has no journal entries, so fbrecon cannot; it shows what each payout consists of, ready to be typed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then the payout is on the books only if an entry is made for it. fbrecon shows what each payout consists of.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvoiceDetailView</name>
    <message>
        <source>Open in FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invoice has no lines.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvoicesPage</name>
    <message>
        <source>No invoices yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect FreshBooks, and your invoices appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They appear here as the first copy reads them, or once you make one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>It is not in the chart of accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FreshBooks decides by itself where a payment goes, and it has put {count} into “{own}”, not into “{chosen}”. An entry has to take the money from where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “{own}” instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simpler way: payments stay where they are until they are paid out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass the money through “{chosen}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each payout&apos;s entry first moves it there, so that you see it pass.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys on this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageCard</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect when fbrecon is started again. Files and logs stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log, the newest line last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, without secrets, names or sums. Whatever still looks like a secret is taken out once more here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not the real services: nothing here touches real books.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationButton</name>
    <message>
        <source>{name}, {n} waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticesCard</name>
    <message>
        <source>Notices and closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me when something new needs me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep fbrecon in the tray when I close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One notice for all, none while a sync runs. Ctrl+Q always ends fbrecon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends fbrecon.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnBrowser</name>
    <message>
        <source>Address to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in my browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the last page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Sign in with your own browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the safest way: fbrecon never sees what you type, and your browser knows your saved passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Paste the last address here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After you allowed access, the browser shows a page that cannot be opened. That is expected. Copy its whole address from the browser&apos;s address bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address and open it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a page on the way. Sign in and allow access first, then copy the address of the page after that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentStrip</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which invoice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the platform: {state}, {method}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the platform: not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In FreshBooks: {there}, invoice {invoice}; {posting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve {n} ({sums})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>No payments yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect FreshBooks and the platform, and payments of both appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment appears here within minutes of being collected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fbrecon will not write this to FreshBooks. The customer&apos;s payment itself is not touched: {sums}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayoutChooser</name>
    <message>
        <source>Choose a payout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum, day or id of a payout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payouts, the likeliest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the payout that came in these lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter takes one. If the line is the sum of several, tick each with Space first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter once more to match them all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payout that is on its way or paid fits that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difference is exactly its {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the cent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayoutDetailView</name>
    <message>
        <source>Fees: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform does not show what this payout is made of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not explained by its lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayoutsPage</name>
    <message>
        <source>Save entries to type in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save entries to type in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is written, with {written}. {left} left out: each says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is written, with {written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payout is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} payouts are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payouts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the platform, and what it pays out to the bank appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payout appears here with the payments and fees it is made of.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlatformCard</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected payments are read every few minutes, open invoices every hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform no longer accepts the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the key again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the API key from the platform&apos;s dashboard. It is checked at once and kept encrypted on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter API key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlatformKeyDialog</name>
    <message>
        <source>Client ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat it like a password. It is sent to the platform only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another company of mine uses this key, too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads both services first, and writes only what is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the next sync would write, from what was read {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {number}: {before} → {after} outstanding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot simply be undone: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} thing waits and is not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} things wait and are not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written as shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something it was built on has changed. This is the new preview.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not by fbrecon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not from this company file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReconcilePage</name>
    <message>
        <source>Rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts that are not ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept {n} certain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bank line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bank lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}, {sums}. Each agrees to the cent with the payout that is suggested, and no other fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} other suggestion stays for you to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} other suggestions stay for you to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept everything certain?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chooses another payout, or several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejects this payout; the next best is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this line is not ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no line with this text is ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes back what was decided on this line, else the last decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepts everything certain, after a summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows payments and fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to another line; with Shift they select several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepts what is shown, or chooses where nothing is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while choosing: ticks a payout, where a line shows several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves the search, or choosing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes back the last decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>{n} more row stands in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more rows stand in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of undeposited funds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the first and the last day as 2026-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sums are in {currency}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}, days in {zone}; the services were read {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file as well: {tables}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this report cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read what is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this copy back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the company instead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy takes the place of the company file. What stands there now is moved aside, not deleted. Afterwards everything is read again, and nothing is recorded in FreshBooks until that is done and a quarter of an hour has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The company file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no copy that can be used. Connect again to fetch everything anew; payments that were recorded before are recognised in FreshBooks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting the copy back…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>The copy of {day} is in place. The next sync reads everything again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Existing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New accounts are created in FreshBooks now. The choice can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is created in FreshBooks. The choice can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScheduleCard</name>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now due</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About fbrecon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fbrecon may write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post payments that are certain without asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments before this day always wait for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change app keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect Alternative Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads and writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fbrecon puts open invoices on the platform and writes collected payments into FreshBooks, each exactly once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fbrecon reads, matches and proves. It writes nothing as long as the platform&apos;s own FreshBooks link may be on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, first copy under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like 2026-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Connect to FreshBooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the sign-in page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing the sign-in with FreshBooks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the business…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Try again, or use your own browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in page did not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sign-in took longer than ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your safety each attempt is good for ten minutes only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Start again when you are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in here instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use my own browser instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>The page tried to open another window; that is not allowed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>Step {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncHistoryCard</name>
    <message>
        <source>Sync history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sync has run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what it wrote: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what this sync wrote: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{resource}: {n} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows were read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>Writing the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is written: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} rows written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row fits this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} row copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a saved filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open fbrecon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End fbrecon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} thing needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} things need you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialControl</name>
    <message>
        <source>The sandbox is starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox was closed; nothing of it is left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialRow</name>
    <message>
        <source>Try it with the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only want to look? The sandbox has made-up books and a made-up platform, on this computer only. Nothing to sign up for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading FreshBooks: is it still as it was written?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has changed since it was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So nothing is taken back. Put it right in FreshBooks or on the platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason stands beneath.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these {n} writes back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still is as it was written. It is not written again by itself afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not taken back yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activity log keeps both, the write and its taking back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingCard</name>
    <message>
        <source>Is the platform&apos;s own FreshBooks link switched off?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While that link is on, fbrecon only reads, matches and proves. Two programs that both write would book the same payment twice. Switch the link off in the platform&apos;s dashboard under Integrations, then confirm it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, it is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ClearingLine</name>
    <message>
        <source>Show the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked against the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven to the cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs by {sum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} of {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows}, the oldest of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
