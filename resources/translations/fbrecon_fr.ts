<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name></name>
    <message>
        <source>Your FreshBooks app</source>
        <translation>Votre application FreshBooks</translation>
    </message>
    <message>
        <source>FreshBooks lets a program in only through an app that you register on its developer page. You do this once; the three values stand there. They are kept encrypted on this computer.</source>
        <translation>FreshBooks n’admet un programme que par une application que vous enregistrez sur sa page pour développeurs. Cela se fait une seule fois&#x202f;; les trois valeurs s’y trouvent. Elles sont conservées chiffrées sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Save and continue</source>
        <translation>Enregistrer et continuer</translation>
    </message>
    <message>
        <source>It contains a blank; copy it again.</source>
        <translation>Il y a une espace dedans&#x202f;; copiez-la de nouveau.</translation>
    </message>
    <message>
        <source>This is an address, not a key.</source>
        <translation>C’est une adresse, pas une clé.</translation>
    </message>
    <message>
        <source>It contains a character that cannot be seen; copy it again.</source>
        <translation>Elle contient un caractère invisible&#x202f;; copiez-la de nouveau.</translation>
    </message>
    <message>
        <source>Leave out the quotation marks.</source>
        <translation>Omettez les guillemets.</translation>
    </message>
    <message>
        <source>ID and secret are the same; one of them was copied twice.</source>
        <translation>L’identifiant et le secret sont identiques&#x202f;; l’un des deux a été copié deux fois.</translation>
    </message>
    <message>
        <source>FreshBooks&apos; own have only the digits 0 to 9 and a to f. Is it the right one?</source>
        <translation>Ceux de FreshBooks ne comportent que les chiffres 0 à 9 et les lettres a à f. Est-ce le bon&#x202f;?</translation>
    </message>
    <message>
        <source>FreshBooks&apos; own have {usual} characters, this has {n}. Was all of it copied?</source>
        <translation>Ceux de FreshBooks ont {usual} caractères, celui-ci en a {n}. A-t-il été copié en entier&#x202f;?</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://localhost/callback.</source>
        <translation>Ce n’est pas une adresse web. Elle ressemble à https://localhost/callback.</translation>
    </message>
    <message>
        <source>FreshBooks accepts only addresses that begin with https://.</source>
        <translation>FreshBooks n’accepte que les adresses qui commencent par https://.</translation>
    </message>
    <message>
        <source>It must not contain ?, # or @.</source>
        <translation>Elle ne doit contenir ni&#x202f;?, ni #, ni @.</translation>
    </message>
    <message>
        <source>Connect Alternative Payments</source>
        <translation>Connecter Alternative Payments</translation>
    </message>
    <message>
        <source>Create an API key in the platform&apos;s dashboard, under Team Preferences, API Keys, and copy both values here. The key is checked with one harmless question and kept encrypted on this computer.</source>
        <translation>Créez une clé d’API dans le tableau de bord de la plateforme, sous Team Preferences, API Keys, et copiez ici les deux valeurs. La clé est vérifiée par une question sans effet et conservée chiffrée sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Check and connect</source>
        <translation>Vérifier et connecter</translation>
    </message>
    <message>
        <source>cannot be used: {flaw}</source>
        <translation>inutilisable&#xa0;: {flaw}</translation>
    </message>
    <message>
        <source>{n} invoice</source>
        <translation>{n} facture</translation>
    </message>
    <message>
        <source>{n} invoices</source>
        <translation>{n} factures</translation>
    </message>
    <message>
        <source>{n} payment</source>
        <translation>{n} paiement</translation>
    </message>
    <message>
        <source>{n} payments</source>
        <translation>{n} paiements</translation>
    </message>
    <message>
        <source>{n} bank line</source>
        <translation>{n} ligne bancaire</translation>
    </message>
    <message>
        <source>{n} bank lines</source>
        <translation>{n} lignes bancaires</translation>
    </message>
    <message>
        <source>Choose another copy.</source>
        <translation>Choisissez une autre copie.</translation>
    </message>
    <message>
        <source>What was decided and imported after this copy was made is lost. How much that is cannot be told, since the company file cannot be read.</source>
        <translation>Ce qui a été décidé et importé après cette copie est perdu. On ne peut dire combien, car le fichier de la société est illisible.</translation>
    </message>
    <message>
        <source>Nothing is lost: nothing was decided or recorded after it was made.</source>
        <translation>Rien n’est perdu&#xa0;: rien n’a été décidé ni enregistré depuis.</translation>
    </message>
    <message>
        <source>{n} decision of yours</source>
        <translation>{n} décision de votre part</translation>
    </message>
    <message>
        <source>{n} decisions of yours</source>
        <translation>{n} décisions de votre part</translation>
    </message>
    <message>
        <source>{n} imported bank line</source>
        <translation>{n} ligne bancaire importée</translation>
    </message>
    <message>
        <source>{n} imported bank lines</source>
        <translation>{n} lignes bancaires importées</translation>
    </message>
    <message>
        <source>Lost would be: {what}.</source>
        <translation>Seraient perdus&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>{n} write made since is found again by its mark, not made again.</source>
        <translation>{n} écriture faite depuis est retrouvée par sa marque, et non refaite.</translation>
    </message>
    <message>
        <source>{n} writes made since are found again by their marks, not made again.</source>
        <translation>{n} écritures faites depuis sont retrouvées par leurs marques, et non refaites.</translation>
    </message>
    <message>
        <source>less than 1 KB</source>
        <translation>moins de 1 Ko</translation>
    </message>
    <message>
        <source>Something in the program went wrong</source>
        <translation>Une erreur s’est produite dans le programme</translation>
    </message>
    <message>
        <source>This is a fault in fbrecon, not in your books. Nothing was sent because of it.</source>
        <translation>C’est un défaut de fbrecon, pas de vos comptes. Rien n’a été envoyé à cause de lui.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, copy the details and report it.</source>
        <translation>Réessayez. Si cela se reproduit, copiez les détails et signalez-le.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>dans un instant</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>dans {span}</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>il y a {span}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 jour</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} jours</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>il reste moins d’une minute</translation>
    </message>
    <message>
        <source>about {span} left</source>
        <translation>il reste environ {span}</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>toutes les heures</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>tous les jours</translation>
    </message>
    <message>
        <source>every {hours} h</source>
        <translation>toutes les {hours} h</translation>
    </message>
    <message>
        <source>every {minutes} min</source>
        <translation>toutes les {minutes} min</translation>
    </message>
    <message>
        <source>{n} new thing needs you</source>
        <translation>{n} nouveau point à traiter</translation>
    </message>
    <message>
        <source>{n} new things need you</source>
        <translation>{n} nouveaux points à traiter</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Words, sums, ids</source>
        <translation>Mots, montants, identifiants</translation>
    </message>
    <message>
        <source>Results and decisions</source>
        <translation>Résultats et décisions</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>Chaque étape</translation>
    </message>
    <message>
        <source>Decided by you</source>
        <translation>Décidé par vous</translation>
    </message>
    <message>
        <source>Written to FreshBooks</source>
        <translation>Écrit dans FreshBooks</translation>
    </message>
    <message>
        <source>Written to the platform</source>
        <translation>Écrit sur la plateforme</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>{sum} more at the bank, which nothing explains.</source>
        <translation>{sum} de plus à la banque, que rien n’explique.</translation>
    </message>
    <message>
        <source>{sum} less at the bank, which nothing explains.</source>
        <translation>{sum} de moins à la banque, que rien n’explique.</translation>
    </message>
    <message>
        <source>Another bank line shows it.</source>
        <translation>Une autre ligne bancaire le montre.</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>Rapprocher</translation>
    </message>
    <message>
        <source>Text, sum, day or payout</source>
        <translation>Texte, montant, jour ou versement</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Rapproché</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>Pas à nous</translation>
    </message>
    <message>
        <source>All bank lines</source>
        <translation>Toutes les lignes bancaires</translation>
    </message>
    <message>
        <source>{payments}, {gross}, less {fees} of fees</source>
        <translation>{payments}, {gross}, moins {fees} de frais</translation>
    </message>
    <message>
        <source>{n} a second</source>
        <translation>{n} par seconde</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Name or e-mail</source>
        <translation>Nom ou adresse e-mail</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Tous les clients</translation>
    </message>
    <message>
        <source>Owing something</source>
        <translation>Avec un solde dû</translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation>Sur la plateforme</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivé</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Paiements</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>No payments yet.</source>
        <translation>Aucun paiement pour l’instant.</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Restant dû</translation>
    </message>
    <message>
        <source>and {n} older one</source>
        <translation>et {n} plus ancienne</translation>
    </message>
    <message>
        <source>and {n} older ones</source>
        <translation>et {n} plus anciennes</translation>
    </message>
    <message>
        <source>No invoices yet.</source>
        <translation>Aucune facture pour l’instant.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>This takes {expects}.</source>
        <translation>On attend ici {expects}.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Number or customer</source>
        <translation>Numéro ou client</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Invoice or customer</source>
        <translation>Facture ou client</translation>
    </message>
    <message>
        <source>Open in FreshBooks</source>
        <translation>Ouvrir dans FreshBooks</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Versement</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Versements</translation>
    </message>
    <message>
        <source>Sum or reason</source>
        <translation>Montant ou motif</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Annuler l’écriture…</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Les deux côtés</translation>
    </message>
    <message>
        <source>FreshBooks</source>
        <translation>FreshBooks</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>{n} earlier step</source>
        <translation>{n} étape antérieure</translation>
    </message>
    <message>
        <source>{n} earlier steps</source>
        <translation>{n} étapes antérieures</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Rien pour l’instant.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Justificatif</translation>
    </message>
    <message>
        <source>Receipt of {what}</source>
        <translation>Reçu de {what}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation>À la banque</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>{n} currencies</source>
        <translation>{n} devises</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Diffère</translation>
    </message>
    <message>
        <source>The platform knows this customer as {there}.</source>
        <translation>La plateforme connaît ce client sous le nom {there}.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payé</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Id in FreshBooks</source>
        <translation>Identifiant dans FreshBooks</translation>
    </message>
    <message>
        <source>Left after it</source>
        <translation>Reste ensuite</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>pas encore connu</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>En banque</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation>Inexpliqué</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Compte bancaire</translation>
    </message>
    <message>
        <source>In the ledger</source>
        <translation>Grand livre</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>Partielle</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Contestée</translation>
    </message>
    <message>
        <source>No longer shown</source>
        <translation>N’apparaît plus</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banque</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Débité</translation>
    </message>
    <message>
        <source>Fees on top</source>
        <translation>Frais en sus</translation>
    </message>
    <message>
        <source>Fees kept back</source>
        <translation>Frais retenus</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Repère</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En usage</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Invoice {about} over {sum} made</source>
        <translation>Facture {about} de {sum} établie</translation>
    </message>
    <message>
        <source>{sum} collected for invoice {about}</source>
        <translation>{sum} encaissés pour la facture {about}</translation>
    </message>
    <message>
        <source>Payment of {sum} for invoice {about} under way</source>
        <translation>Paiement de {sum} pour la facture {about} en cours</translation>
    </message>
    <message>
        <source>Payment of {sum} for invoice {about} failed</source>
        <translation>Paiement de {sum} pour la facture {about} échoué</translation>
    </message>
    <message>
        <source>Payment of {sum} for invoice {about} cancelled</source>
        <translation>Paiement de {sum} pour la facture {about} annulé</translation>
    </message>
    <message>
        <source>Payment of {sum}, in a state that is not understood</source>
        <translation>Paiement de {sum}, dans un état qui n’est pas compris</translation>
    </message>
    <message>
        <source>The payment was returned</source>
        <translation>Le paiement a été rejeté</translation>
    </message>
    <message>
        <source>The payment is disputed</source>
        <translation>Le paiement est contesté</translation>
    </message>
    <message>
        <source>The payment was refunded</source>
        <translation>Le paiement a été remboursé</translation>
    </message>
    <message>
        <source>The payment was refunded in part</source>
        <translation>Le paiement a été remboursé en partie</translation>
    </message>
    <message>
        <source>Payment of {sum} recorded, not by fbrecon</source>
        <translation>Paiement de {sum} enregistré, mais pas par fbrecon</translation>
    </message>
    <message>
        <source>Payout {about} of {sum} made</source>
        <translation>Versement {about} de {sum} créé</translation>
    </message>
    <message>
        <source>Payout of {sum} expected at the bank</source>
        <translation>Versement de {sum} attendu à la banque</translation>
    </message>
    <message>
        <source>Payout of {sum} paid out to the bank</source>
        <translation>Versement de {sum} viré à la banque</translation>
    </message>
    <message>
        <source>Payout of {sum} failed</source>
        <translation>Versement de {sum} échoué</translation>
    </message>
    <message>
        <source>Payout of {sum} cancelled</source>
        <translation>Versement de {sum} annulé</translation>
    </message>
    <message>
        <source>{sum} on the bank statement: {about}</source>
        <translation>{sum} sur le relevé bancaire&#xa0;: {about}</translation>
    </message>
    <message>
        <source>Said of this bank line</source>
        <translation>Dit de cette ligne bancaire</translation>
    </message>
    <message>
        <source>Day not told</source>
        <translation>Jour non indiqué</translation>
    </message>
    <message>
        <source>Open on the platform</source>
        <translation>Ouvrir sur la plateforme</translation>
    </message>
    <message>
        <source>Open the expense in FreshBooks</source>
        <translation>Ouvrir la dépense dans FreshBooks</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Non acceptée</translation>
    </message>
    <message>
        <source>It stands on the platform and can be paid there.</source>
        <translation>Elle se trouve sur la plateforme et peut y être payée.</translation>
    </message>
    <message>
        <source>It was paid in full through the platform; edits do not go there any more.</source>
        <translation>Elle a été payée en entier par la plateforme&#x202f;; les modifications n’y vont plus.</translation>
    </message>
    <message>
        <source>Its copy was archived there by hand, so it is not collected there.</source>
        <translation>Sa copie y a été archivée à la main, elle n’y est donc pas encaissée.</translation>
    </message>
    <message>
        <source>It is put on the platform with the next sync, or waits for something.</source>
        <translation>Elle sera mise sur la plateforme à la prochaine synchronisation, ou attend quelque chose.</translation>
    </message>
    <message>
        <source>The platform does not take its currency: not collected there.</source>
        <translation>La plateforme n’accepte pas sa devise&#xa0;: elle n’y est pas encaissée.</translation>
    </message>
    <message>
        <source>Not paid out yet</source>
        <translation>Pas encore versé</translation>
    </message>
    <message>
        <source>Paid out, no entry written</source>
        <translation>Versé, écriture non passée</translation>
    </message>
    <message>
        <source>Other postings on the account</source>
        <translation>Autres mouvements du compte</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>En suspens</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échoué</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Retourné</translation>
    </message>
    <message>
        <source>Books only</source>
        <translation>Compta seule</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Versé</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Non compris</translation>
    </message>
    <message>
        <source>Not entered</source>
        <translation>Non saisi</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposé</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Saisi</translation>
    </message>
    <message>
        <source>Matched by you</source>
        <translation>Rapproché par vous</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Suggéré</translation>
    </message>
    <message>
        <source>Several fit</source>
        <translation>Ambigu</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Rien ne convient</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>You said so.</source>
        <translation>Vous l’avez dit.</translation>
    </message>
    <message>
        <source>Beyond doubt.</source>
        <translation>Sans aucun doute.</translation>
    </message>
    <message>
        <source>Clearly the best, but not beyond doubt.</source>
        <translation>Nettement le meilleur, mais pas sans aucun doute.</translation>
    </message>
    <message>
        <source>Too close to call.</source>
        <translation>Trop serré pour trancher.</translation>
    </message>
    <message>
        <source>Nothing comes near.</source>
        <translation>Rien n’en approche.</translation>
    </message>
    <message>
        <source>Being compared with what is open.</source>
        <translation>En cours de comparaison avec ce qui est ouvert.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>En partie</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Demandée</translation>
    </message>
    <message>
        <source>On schedule</source>
        <translation>Selon l’horaire</translation>
    </message>
    <message>
        <source>Invoice lines</source>
        <translation>Lignes de facture</translation>
    </message>
    <message>
        <source>Payments in FreshBooks</source>
        <translation>Paiements dans FreshBooks</translation>
    </message>
    <message>
        <source>Platform payments</source>
        <translation>Paiements de la plateforme</translation>
    </message>
    <message>
        <source>Ledger accounts</source>
        <translation>Comptes du grand livre</translation>
    </message>
    <message>
        <source>Postings of the ledger</source>
        <translation>Mouvements du grand livre</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>encaissé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>retourné</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>contesté</translation>
    </message>
    <message>
        <source>refunded in part</source>
        <translation>remboursé en partie</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>remboursé</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>non compris</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>nothing to write</source>
        <translation>rien à écrire</translation>
    </message>
    <message>
        <source>proposed, waiting for you</source>
        <translation>proposé, vous attend</translation>
    </message>
    <message>
        <source>approved, sent with the next sync</source>
        <translation>approuvé, envoyé à la prochaine synchronisation</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>en cours d’envoi</translation>
    </message>
    <message>
        <source>posted</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>already there, adopted</source>
        <translation>déjà là, repris</translation>
    </message>
    <message>
        <source>posted and verified</source>
        <translation>enregistré et vérifié</translation>
    </message>
    <message>
        <source>held, waiting for you</source>
        <translation>en suspens, vous attend</translation>
    </message>
    <message>
        <source>may have arrived, being checked</source>
        <translation>peut être arrivé, vérification en cours</translation>
    </message>
    <message>
        <source>refused by FreshBooks</source>
        <translation>refusé par FreshBooks</translation>
    </message>
    <message>
        <source>arrived, but not as written</source>
        <translation>arrivé, mais pas comme écrit</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>écarté</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Reconnexion</translation>
    </message>
    <message>
        <source>Platform key</source>
        <translation>Clé de la plateforme</translation>
    </message>
    <message>
        <source>Accounts missing</source>
        <translation>Comptes manquants</translation>
    </message>
    <message>
        <source>Sending waits</source>
        <translation>Envoi en attente</translation>
    </message>
    <message>
        <source>Mode question</source>
        <translation>Question sur le mode</translation>
    </message>
    <message>
        <source>Payment held</source>
        <translation>Paiement en suspens</translation>
    </message>
    <message>
        <source>Payment waits</source>
        <translation>Paiement en attente</translation>
    </message>
    <message>
        <source>Payment uncertain</source>
        <translation>Paiement incertain</translation>
    </message>
    <message>
        <source>Payment refused</source>
        <translation>Paiement refusé</translation>
    </message>
    <message>
        <source>Role too small</source>
        <translation>Rôle insuffisant</translation>
    </message>
    <message>
        <source>Payment differs</source>
        <translation>Paiement différent</translation>
    </message>
    <message>
        <source>Payment failed after posting</source>
        <translation>Paiement échoué après enregistrement</translation>
    </message>
    <message>
        <source>Payment deleted</source>
        <translation>Paiement supprimé</translation>
    </message>
    <message>
        <source>Payment doubled</source>
        <translation>Paiement en double</translation>
    </message>
    <message>
        <source>Payment late</source>
        <translation>Paiement tardif</translation>
    </message>
    <message>
        <source>Unknown word</source>
        <translation>Mot inconnu</translation>
    </message>
    <message>
        <source>Row set aside</source>
        <translation>Ligne mise de côté</translation>
    </message>
    <message>
        <source>Write held</source>
        <translation>Écriture en suspens</translation>
    </message>
    <message>
        <source>Payout held</source>
        <translation>Versement en suspens</translation>
    </message>
    <message>
        <source>Books locked</source>
        <translation>Comptes verrouillés</translation>
    </message>
    <message>
        <source>Entries not allowed</source>
        <translation>Écritures non permises</translation>
    </message>
    <message>
        <source>Payout waits</source>
        <translation>Versement en attente</translation>
    </message>
    <message>
        <source>Payout differs</source>
        <translation>Versement différent</translation>
    </message>
    <message>
        <source>Payout failed</source>
        <translation>Versement échoué</translation>
    </message>
    <message>
        <source>Period changed</source>
        <translation>Période modifiée</translation>
    </message>
    <message>
        <source>Payout not at bank</source>
        <translation>Versement absent de la banque</translation>
    </message>
    <message>
        <source>Mark paid there</source>
        <translation>À marquer payée là-bas</translation>
    </message>
    <message>
        <source>Archive there</source>
        <translation>À archiver là-bas</translation>
    </message>
    <message>
        <source>Frozen differs</source>
        <translation>Facture figée différente</translation>
    </message>
    <message>
        <source>Asked twice</source>
        <translation>Réclamée deux fois</translation>
    </message>
    <message>
        <source>Dismissed differs</source>
        <translation>Paiement écarté, écart</translation>
    </message>
    <message>
        <source>Customer missing</source>
        <translation>Client manquant</translation>
    </message>
    <message>
        <source>fbrecon</source>
        <translation>fbrecon</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Horaire</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Non conservé</translation>
    </message>
    <message>
        <source>Payment taken back</source>
        <translation>Paiement retiré</translation>
    </message>
    <message>
        <source>Journal entry</source>
        <translation>Écriture de journal</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Dépense</translation>
    </message>
    <message>
        <source>Expense taken back</source>
        <translation>Dépense retirée</translation>
    </message>
    <message>
        <source>Ledger account</source>
        <translation>Compte du grand livre</translation>
    </message>
    <message>
        <source>Customer there</source>
        <translation>Client là-bas</translation>
    </message>
    <message>
        <source>Invoice there</source>
        <translation>Facture là-bas</translation>
    </message>
    <message>
        <source>Archiving there</source>
        <translation>Archivage là-bas</translation>
    </message>
    <message>
        <source>This log</source>
        <translation>Ce journal</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Correspondance</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Mot</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>En cours d’envoi</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Repris</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Différent</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Écarté</translation>
    </message>
    <message>
        <source>Intended</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Décidé</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toute période</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Ce trimestre</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Le trimestre dernier</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>L’année dernière</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>Entre deux dates…</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>ACH</source>
        <translation>ACH</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Virement bancaire</translation>
    </message>
    <message>
        <source>Marked paid</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Non précisé</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>affichée</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>Impossible à ouvrir</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>First copy</source>
        <translation>Première copie</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Reconnect needed</source>
        <translation>Reconnexion nécessaire</translation>
    </message>
    <message>
        <source>{n} thing waits</source>
        <translation>{n} point attend</translation>
    </message>
    <message>
        <source>{n} things wait</source>
        <translation>{n} points attendent</translation>
    </message>
    <message>
        <source>Set up accounts</source>
        <translation>Configurer les comptes</translation>
    </message>
    <message>
        <source>Where FreshBooks keeps the payments</source>
        <translation>Où FreshBooks range les paiements</translation>
    </message>
    <message>
        <source>Check and finish</source>
        <translation>Vérifier et terminer</translation>
    </message>
    <message>
        <source>Bank line</source>
        <translation>Ligne bancaire</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Dépôts</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Pendant une heure</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Jusqu’à demain</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Jusqu’à ce que je reprenne</translation>
    </message>
    <message>
        <source>Syncing is paused until you resume it</source>
        <translation>La synchronisation est suspendue jusqu’à ce que vous la repreniez</translation>
    </message>
    <message>
        <source>Syncing is paused until {when}</source>
        <translation>La synchronisation est suspendue jusqu’au {when}</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About fbrecon</source>
        <translation>À propos de fbrecon</translation>
    </message>
    <message>
        <source>Keeps FreshBooks and Alternative Payments in step, and shows it.</source>
        <translation>Tient FreshBooks et Alternative Payments en accord, et le montre.</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Bibliothèques et leurs licences</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copier les versions</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>MIT licence. It is not a product of FreshBooks or of Alternative Payments; both names belong to their owners.</source>
        <translation>Licence MIT. Ce n’est pas un produit de FreshBooks ni d’Alternative Payments&#x202f;; les deux noms appartiennent à leurs propriétaires.</translation>
    </message>
    <message>
        <source>It is made with these libraries, and thanks those who write them:</source>
        <translation>Il est fait avec ces bibliothèques et remercie ceux qui les écrivent&#xa0;:</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>AccountPicker</name>
    <message>
        <source>Search by name, number or type</source>
        <translation>Chercher par nom, numéro ou type</translation>
    </message>
    <message>
        <source>Search the chart of accounts</source>
        <translation>Chercher dans le plan comptable</translation>
    </message>
    <message>
        <source>No account fits the search.</source>
        <translation>Aucun compte ne correspond.</translation>
    </message>
</context>
<context>
    <name>AccountsCard</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Pas encore choisi</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configuré</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Non configuré</translation>
    </message>
    <message>
        <source>Change accounts</source>
        <translation>Changer les comptes</translation>
    </message>
    <message>
        <source>Set up accounts</source>
        <translation>Configurer les comptes</translation>
    </message>
    <message>
        <source>Connect FreshBooks first.</source>
        <translation>Connectez d’abord FreshBooks.</translation>
    </message>
</context>
<context>
    <name>AccountsWizard</name>
    <message>
        <source>Set up accounts</source>
        <translation>Configurer les comptes</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Qu’est-ce que c’est&#x202f;?</translation>
    </message>
    <message>
        <source>Save accounts</source>
        <translation>Enregistrer les comptes</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Where collected money waits</source>
        <translation>Où attend l’argent encaissé</translation>
    </message>
    <message>
        <source>Between the customer&apos;s payment and the payout to your bank, the money is on its way. Bookkeepers call this account Undeposited Funds or a clearing account. It must not be your bank account.</source>
        <translation>Entre le paiement du client et le versement à votre banque, l’argent est en route. Les comptables appellent ce compte fonds non déposés ou compte d’attente. Ce ne doit pas être votre compte bancaire.</translation>
    </message>
    <message>
        <source>The bank account that payouts reach</source>
        <translation>Le compte bancaire que les versements atteignent</translation>
    </message>
    <message>
        <source>Choose the account in FreshBooks that stands for this bank account.</source>
        <translation>Choisissez le compte de FreshBooks qui correspond à ce compte bancaire.</translation>
    </message>
    <message>
        <source>Processing fees</source>
        <translation>Frais de traitement</translation>
    </message>
    <message>
        <source>What the platform keeps of each payment is an expense of yours. A fee that your customer covers is not booked here.</source>
        <translation>Ce que la plateforme garde sur chaque paiement est une charge pour vous. Des frais que votre client prend à sa charge ne sont pas comptabilisés ici.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Disconnect {name}?</source>
        <translation>Déconnecter {name}&#x202f;?</translation>
    </message>
    <message>
        <source>fbrecon forgets how to sign in there. What was copied to this computer stays, and nothing changes in your books.</source>
        <translation>fbrecon oublie comment s’y connecter. Ce qui a été copié sur cet ordinateur reste, et rien ne change dans vos comptes.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Stay connected</source>
        <translation>Rester connecté</translation>
    </message>
    <message>
        <source>Is the platform&apos;s own link really off?</source>
        <translation>Le lien propre à la plateforme est-il vraiment désactivé&#x202f;?</translation>
    </message>
    <message>
        <source>From the next sync on, fbrecon puts open invoices on the platform and writes collected payments into FreshBooks. If the platform&apos;s own FreshBooks link is still on, the same payment could be written twice.</source>
        <translation>Dès la prochaine synchronisation, fbrecon met les factures ouvertes sur la plateforme et écrit les encaissements dans FreshBooks. Si le lien FreshBooks de la plateforme est encore actif, le même paiement pourrait être écrit deux fois.</translation>
    </message>
    <message>
        <source>It is off, switch on writing</source>
        <translation>Il est désactivé, activer l’écriture</translation>
    </message>
    <message>
        <source>Does nothing else record these payments?</source>
        <translation>Rien d’autre n’enregistre-t-il ces paiements&#x202f;?</translation>
    </message>
    <message>
        <source>From the next sync on, fbrecon writes payments of imported files into FreshBooks, each once you say yes to it. If another program records the same payments there, they could be written twice.</source>
        <translation>Dès la prochaine synchronisation, fbrecon écrit dans FreshBooks les paiements des fichiers importés, chacun après votre accord. Si un autre programme y enregistre les mêmes paiements, ils pourraient être écrits deux fois.</translation>
    </message>
    <message>
        <source>Nothing else does, switch on writing</source>
        <translation>Rien d’autre, activer l’écriture</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Exports and statements (*.csv *.txt *.tsv *.ofx *.qfx *.xml);;All files (*)</source>
        <translation>Exports et relevés (*.csv *.txt *.tsv *.ofx *.qfx *.xml);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import files on the page Payments, with Ctrl+I, or by dropping them here.</source>
        <translation>Importez des fichiers sur la page Paiements, avec Ctrl+I, ou en les déposant ici.</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Nothing was done yet</source>
        <translation>Rien n’a encore été fait</translation>
    </message>
    <message>
        <source>Each step of each write and each decision of yours is kept here for good.</source>
        <translation>Chaque étape de chaque écriture et chacune de vos décisions sont conservées ici pour toujours.</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>Aller à l’accueil</translation>
    </message>
</context>
<context>
    <name>ActivityStrip</name>
    <message>
        <source>record {id}</source>
        <translation>enregistrement {id}</translation>
    </message>
    <message>
        <source>sync {n}</source>
        <translation>synchronisation {n}</translation>
    </message>
</context>
<context>
    <name>AddCompanyDialog</name>
    <message>
        <source>Add a company</source>
        <translation>Ajouter une société</translation>
    </message>
    <message>
        <source>Asking FreshBooks which businesses there are…</source>
        <translation>Question à FreshBooks&#xa0;: quelles sont les entreprises…</translation>
    </message>
    <message>
        <source>Which business?</source>
        <translation>Quelle entreprise&#x202f;?</translation>
    </message>
    <message>
        <source>These businesses of your FreshBooks sign-in are not here yet. Each becomes a company of its own, kept apart from the others.</source>
        <translation>Ces entreprises de votre accès FreshBooks ne sont pas encore ici. Chacune devient une société à part, séparée des autres.</translation>
    </message>
    <message>
        <source>Add this company</source>
        <translation>Ajouter cette société</translation>
    </message>
    <message>
        <source>Sign in as another FreshBooks person</source>
        <translation>Se connecter avec une autre personne FreshBooks</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>There is no business left to add from a sign-in that is kept here. Sign in as the FreshBooks person of the business that you want to add.</source>
        <translation>Il ne reste aucune entreprise à ajouter parmi les accès conservés ici. Connectez-vous avec la personne FreshBooks de l’entreprise à ajouter.</translation>
    </message>
    <message>
        <source>The businesses could not be listed</source>
        <translation>Les entreprises n’ont pas pu être listées</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Adding the company…</source>
        <translation>Ajout de la société…</translation>
    </message>
</context>
<context>
    <name>AddressBar</name>
    <message>
        <source>secure connection</source>
        <translation>connexion sécurisée</translation>
    </message>
    <message>
        <source>connection on this computer</source>
        <translation>connexion sur cet ordinateur</translation>
    </message>
    <message>
        <source>Address: {host}, {kind}</source>
        <translation>Adresse&#xa0;: {host}, {kind}</translation>
    </message>
    <message>
        <source>Address: none yet</source>
        <translation>Adresse&#xa0;: aucune pour l’instant</translation>
    </message>
</context>
<context>
    <name>AppKeysDialog</name>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>The long line of letters and digits under the app&apos;s name.</source>
        <translation>La longue suite de lettres et de chiffres sous le nom de l’application.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client secret</translation>
    </message>
    <message>
        <source>Treat it like a password. It is sent to FreshBooks only.</source>
        <translation>Traitez-le comme un mot de passe. Il n’est envoyé qu’à FreshBooks.</translation>
    </message>
    <message>
        <source>Redirect URI</source>
        <translation>Redirect URI</translation>
    </message>
    <message>
        <source>Exactly as registered, for example https://localhost/callback. fbrecon never opens it: it only waits for it.</source>
        <translation>Exactement comme enregistrée, par exemple https://localhost/callback. fbrecon ne l’ouvre jamais&#xa0;: il ne fait que l’attendre.</translation>
    </message>
    <message>
        <source>In FreshBooks, once</source>
        <translation>Dans FreshBooks, une seule fois</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>1. On the developer page, create an app.</source>
        <translation>1. Sur la page pour développeurs, créez une application.</translation>
    </message>
    <message>
        <source>Open the developer page</source>
        <translation>Ouvrir la page pour développeurs</translation>
    </message>
    <message>
        <source>2. Its redirect URI may be {address}.</source>
        <translation>2. Sa redirect URI peut être {address}.</translation>
    </message>
    <message>
        <source>Copy the redirect URI</source>
        <translation>Copier la redirect URI</translation>
    </message>
    <message>
        <source>3. Tick {n} scope; the help says what it is for.</source>
        <translation>3. Cochez {n} autorisation (scope)&#x202f;; l’aide dit à quoi elle sert.</translation>
    </message>
    <message>
        <source>3. Tick {n} scopes; the help says what each is for.</source>
        <translation>3. Cochez {n} autorisations (scopes)&#x202f;; l’aide dit à quoi sert chacune.</translation>
    </message>
    <message>
        <source>Copy the scopes</source>
        <translation>Copier les autorisations</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>What is this?</source>
        <translation>Qu’est-ce que c’est&#x202f;?</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Record it again</source>
        <translation>L’enregistrer de nouveau</translation>
    </message>
    <message>
        <source>Delete the second one</source>
        <translation>Supprimer le second</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Reconnect FreshBooks</source>
        <translation>Reconnecter FreshBooks</translation>
    </message>
    <message>
        <source>Enter the platform key</source>
        <translation>Saisir la clé de la plateforme</translation>
    </message>
    <message>
        <source>Set up accounts</source>
        <translation>Configurer les comptes</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Ouvrir l’enregistrement</translation>
    </message>
    <message>
        <source>Put it right for me…</source>
        <translation>Rectifier pour moi…</translation>
    </message>
    <message>
        <source>Go to Reconcile</source>
        <translation>Aller au rapprochement</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>It is switched off</source>
        <translation>Il est désactivé</translation>
    </message>
    <message>
        <source>Say what it means</source>
        <translation>Dire ce que cela signifie</translation>
    </message>
    <message>
        <source>The money was collected</source>
        <translation>L’argent a été encaissé</translation>
    </message>
    <message>
        <source>It is still under way</source>
        <translation>C’est encore en cours</translation>
    </message>
    <message>
        <source>It failed, nothing was collected</source>
        <translation>Échec, rien n’a été encaissé</translation>
    </message>
    <message>
        <source>It was collected and returned later</source>
        <translation>Encaissé, puis retourné</translation>
    </message>
    <message>
        <source>The customer disputes it</source>
        <translation>Le client le conteste</translation>
    </message>
    <message>
        <source>It was refunded in part</source>
        <translation>Remboursé en partie</translation>
    </message>
    <message>
        <source>It was refunded in full</source>
        <translation>Remboursé en entier</translation>
    </message>
    <message>
        <source>It was cancelled before it was collected</source>
        <translation>Annulé avant l’encaissement</translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Rien à traiter</translation>
    </message>
    <message>
        <source>What only a person can decide waits here.</source>
        <translation>Ce que seule une personne peut décider attend ici.</translation>
    </message>
    <message>
        <source>{n} thing waits for you</source>
        <translation>{n} point vous attend</translation>
    </message>
    <message>
        <source>{n} things wait for you</source>
        <translation>{n} points vous attendent</translation>
    </message>
    <message>
        <source>{n} more follows as you settle these.</source>
        <translation>{n} autre suivra à mesure que vous les réglez.</translation>
    </message>
    <message>
        <source>{n} more follow as you settle these.</source>
        <translation>{n} autres suivront à mesure que vous les réglez.</translation>
    </message>
</context>
<context>
    <name>BankLines</name>
    <message>
        <source>{n} line to decide</source>
        <translation>{n} ligne à décider</translation>
    </message>
    <message>
        <source>{n} lines to decide</source>
        <translation>{n} lignes à décider</translation>
    </message>
    <message>
        <source>{n} matched</source>
        <translation>{n} rapprochées</translation>
    </message>
    <message>
        <source>{n} not ours</source>
        <translation>{n} pas à nous</translation>
    </message>
    <message>
        <source>{n} payout not seen at the bank yet</source>
        <translation>{n} versement pas encore vu à la banque</translation>
    </message>
    <message>
        <source>{n} payouts not seen at the bank yet</source>
        <translation>{n} versements pas encore vus à la banque</translation>
    </message>
    <message>
        <source>Everything is settled</source>
        <translation>Tout est réglé</translation>
    </message>
    <message>
        <source>Each bank line shows its payout, or is not yours. The next statement brings new ones.</source>
        <translation>Chaque ligne bancaire montre son versement, ou n’est pas à vous. Le prochain relevé en apportera d’autres.</translation>
    </message>
    <message>
        <source>Import a statement…</source>
        <translation>Importer un relevé…</translation>
    </message>
    <message>
        <source>No bank lines yet</source>
        <translation>Aucune ligne bancaire pour l’instant</translation>
    </message>
    <message>
        <source>Import a statement of the account that receives your payouts: CSV, OFX, QFX or CAMT.053. Each line is matched with the payout that it shows.</source>
        <translation>Importez un relevé du compte qui reçoit vos versements&#xa0;: CSV, OFX, QFX ou CAMT.053. Chaque ligne est rapprochée du versement qu’elle montre.</translation>
    </message>
</context>
<context>
    <name>BankPanel</name>
    <message>
        <source>What the bank line shows</source>
        <translation>Ce que montre la ligne bancaire</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Choisir un autre…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Not this payout</source>
        <translation>Pas ce versement</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>Pas à nous</translation>
    </message>
    <message>
        <source>Not ours, always</source>
        <translation>Jamais à nous</translation>
    </message>
    <message>
        <source>Enter accepts, C chooses, N is not ours, U undoes, ? shows all keys.</source>
        <translation>Entrée accepte, C choisit, N n’est pas à nous, U annule,&#x202f;? montre toutes les touches.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Choose a payout…</source>
        <translation>Choisir un versement…</translation>
    </message>
    <message>
        <source>It belongs together with {n} more bank lines.</source>
        <translation>Elle va avec {n} autres lignes bancaires.</translation>
    </message>
    <message>
        <source>Payments and fees</source>
        <translation>Paiements et frais</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Invoice {number}</source>
        <translation>Facture {number}</translation>
    </message>
    <message>
        <source>and {n} more lines</source>
        <translation>et {n} autres lignes</translation>
    </message>
    <message>
        <source>Nothing tells what this payout is made of.</source>
        <translation>Rien ne dit de quoi ce versement est fait.</translation>
    </message>
    <message>
        <source>Press Enter once more to match them all the same.</source>
        <translation>Appuyez encore une fois sur Entrée pour les rapprocher malgré tout.</translation>
    </message>
    <message>
        <source>{n} bank lines are selected.</source>
        <translation>{n} lignes bancaires sont sélectionnées.</translation>
    </message>
    <message>
        <source>Choose their payout…</source>
        <translation>Choisir leur versement…</translation>
    </message>
    <message>
        <source>If one payout came in several parts, choose it for all of them together. N says of each that it is not ours.</source>
        <translation>Si un versement est arrivé en plusieurs parties, choisissez-le pour toutes à la fois. N dit de chacune qu’elle n’est pas à nous.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation>À la banque</translation>
    </message>
    <message>
        <source>Payout {id}</source>
        <translation>Versement {id}</translation>
    </message>
    <message>
        <source>Difference: its {part}</source>
        <translation>Écart&#xa0;: {part}</translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation>Inexpliqué</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>none, to the cent</source>
        <translation>aucun, au centime près</translation>
    </message>
    <message>
        <source>What comes near</source>
        <translation>Ce qui s’en approche</translation>
    </message>
    <message>
        <source>Others that come near</source>
        <translation>Autres qui s’en approchent</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Choose payout {id}</source>
        <translation>Choisir le versement {id}</translation>
    </message>
</context>
<context>
    <name>BankRulesDialog</name>
    <message>
        <source>Not ours</source>
        <translation>Pas à nous</translation>
    </message>
    <message>
        <source>Bank lines that are no payouts</source>
        <translation>Lignes bancaires qui ne sont pas des versements</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>No line with one of these texts is matched, numbers in it aside.</source>
        <translation>Aucune ligne portant l’un de ces textes n’est rapprochée, chiffres mis à part.</translation>
    </message>
    <message>
        <source>There are none yet. On a line such as rent or interest, Shift+N leaves out every line with that text.</source>
        <translation>Il n’y en a pas encore. Sur une ligne comme un loyer ou des intérêts, Maj+N écarte toutes les lignes ayant ce texte.</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>et {n} autres</translation>
    </message>
    <message>
        <source>{n} line</source>
        <translation>{n} ligne</translation>
    </message>
    <message>
        <source>{n} lines</source>
        <translation>{n} lignes</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the rule for {text}</source>
        <translation>Retirer la règle pour {text}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Something in the program went wrong</source>
        <translation>Une erreur s’est produite dans le programme</translation>
    </message>
    <message>
        <source>Nothing was changed. If it happens again, send us the log.</source>
        <translation>Rien n’a été modifié. Si cela se reproduit, envoyez-nous le journal.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>FreshBooks sign-in page</source>
        <translation>Page de connexion de FreshBooks</translation>
    </message>
    <message>
        <source>The page could not prove that it is what it says it is, so it was not opened. Check the date of this computer, or try from another network.</source>
        <translation>La page n’a pas pu prouver qu’elle est ce qu’elle prétend être, elle n’a donc pas été ouverte. Vérifiez la date de cet ordinateur, ou essayez depuis un autre réseau.</translation>
    </message>
    <message>
        <source>A file came instead of a page. Nothing was downloaded.</source>
        <translation>Un fichier est venu au lieu d’une page. Rien n’a été téléchargé.</translation>
    </message>
    <message>
        <source>It is a file, and nothing is downloaded here.</source>
        <translation>C’est un fichier, et rien n’est téléchargé ici.</translation>
    </message>
    <message>
        <source>The sign-in page stopped working.</source>
        <translation>La page de connexion a cessé de fonctionner.</translation>
    </message>
    <message>
        <source>The page could not prove that it is what it says it is.</source>
        <translation>La page n’a pas pu prouver qu’elle est ce qu’elle prétend être.</translation>
    </message>
    <message>
        <source>FreshBooks could not be reached. Check the network of this computer.</source>
        <translation>FreshBooks est injoignable. Vérifiez le réseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>The page came back empty or broken. This is usually over in a minute.</source>
        <translation>La page est revenue vide ou endommagée. C’est en général fini en une minute.</translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>First steps</source>
        <translation>Premiers pas</translation>
    </message>
    <message>
        <source>Connect FreshBooks</source>
        <translation>Connecter FreshBooks</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Connect the payments platform</source>
        <translation>Connecter la plateforme de paiement</translation>
    </message>
    <message>
        <source>Enter API key</source>
        <translation>Saisir la clé d’API</translation>
    </message>
    <message>
        <source>Set up accounts</source>
        <translation>Configurer les comptes</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configuré</translation>
    </message>
    <message>
        <source>Switch on writing</source>
        <translation>Activer l’écriture</translation>
    </message>
    <message>
        <source>Answer the question</source>
        <translation>Répondre à la question</translation>
    </message>
    <message>
        <source>No key? Use files instead</source>
        <translation>Pas de clé&#x202f;? Utilisez des fichiers</translation>
    </message>
    <message>
        <source>How this works</source>
        <translation>Comment cela fonctionne</translation>
    </message>
    <message>
        <source>{n} of 4 done</source>
        <translation>{n} sur 4 faits</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Use an existing account</source>
        <translation>Utiliser un compte existant</translation>
    </message>
    <message>
        <source>Existing account</source>
        <translation>Compte existant</translation>
    </message>
    <message>
        <source>Create a new account in FreshBooks</source>
        <translation>Créer un nouveau compte dans FreshBooks</translation>
    </message>
    <message>
        <source>Name of the new account</source>
        <translation>Nom du nouveau compte</translation>
    </message>
    <message>
        <source>Missing an account? Bank accounts are made in FreshBooks itself (Accounting, Chart of Accounts). Make it there, then start this wizard again.</source>
        <translation>Il manque un compte&#x202f;? Les comptes bancaires se créent dans FreshBooks même (Accounting, Chart of Accounts). Créez-le là, puis relancez cet assistant.</translation>
    </message>
    <message>
        <source>FreshBooks has no account that could take this role.</source>
        <translation>FreshBooks n’a aucun compte qui puisse tenir ce rôle.</translation>
    </message>
    <message>
        <source>In use for this now.</source>
        <translation>Utilisé pour cela actuellement.</translation>
    </message>
    <message>
        <source>Suggested. {reason}</source>
        <translation>Suggéré. {reason}</translation>
    </message>
    <message>
        <source>Choose an account.</source>
        <translation>Choisissez un compte.</translation>
    </message>
    <message>
        <source>This account is already chosen for {role}.</source>
        <translation>Ce compte est déjà choisi pour {role}.</translation>
    </message>
    <message>
        <source>Give the new account a name.</source>
        <translation>Donnez un nom au nouveau compte.</translation>
    </message>
    <message>
        <source>FreshBooks already has an account with this name; use that one.</source>
        <translation>FreshBooks a déjà un compte de ce nom&#x202f;; utilisez-le.</translation>
    </message>
</context>
<context>
    <name>ChooseBusiness</name>
    <message>
        <source>Businesses</source>
        <translation>Entreprises</translation>
    </message>
    <message>
        <source>Use this business</source>
        <translation>Utiliser cette entreprise</translation>
    </message>
    <message>
        <source>Which business?</source>
        <translation>Quelle entreprise&#x202f;?</translation>
    </message>
    <message>
        <source>Your FreshBooks sign-in reaches several businesses. This company file keeps one of them and cannot be moved to another later.</source>
        <translation>Votre accès FreshBooks couvre plusieurs entreprises. Ce fichier de société en garde une et ne peut passer à une autre plus tard.</translation>
    </message>
</context>
<context>
    <name>ChooseInvoiceDialog</name>
    <message>
        <source>Which invoice is it for?</source>
        <translation>Pour quelle facture est-ce&#x202f;?</translation>
    </message>
    <message>
        <source>Number, customer or sum of any open invoice</source>
        <translation>Numéro, client ou montant de n’importe quelle facture ouverte</translation>
    </message>
    <message>
        <source>Open invoices, the likeliest first</source>
        <translation>Factures ouvertes, les plus probables d’abord</translation>
    </message>
    <message>
        <source>Approve for this invoice</source>
        <translation>Approuver pour cette facture</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>No open invoice fits</source>
        <translation>Aucune facture ouverte ne convient</translation>
    </message>
    <message>
        <source>Search for a part of its number, its customer or its sum.</source>
        <translation>Cherchez une partie de son numéro, de son client ou de son montant.</translation>
    </message>
    <message>
        <source>Nothing is owed in the payment&apos;s currency.</source>
        <translation>Rien n’est dû dans la devise du paiement.</translation>
    </message>
    <message>
        <source>It pays exactly what is outstanding.</source>
        <translation>Il règle exactement ce qui reste dû.</translation>
    </message>
    <message>
        <source>{sum} stays outstanding.</source>
        <translation>Il restera {sum} à régler.</translation>
    </message>
    <message>
        <source>Only {sum} is outstanding, so it would wait: FreshBooks would turn the rest into credit.</source>
        <translation>Il ne reste que {sum} à régler&#xa0;: le paiement attendrait, car FreshBooks ferait du reste un avoir.</translation>
    </message>
</context>
<context>
    <name>ClearingCard</name>
    <message>
        <source>Undeposited funds</source>
        <translation>Fonds non déposés</translation>
    </message>
    <message>
        <source>Collected money that was not paid out yet shows here, once there is some.</source>
        <translation>L’argent encaissé et pas encore versé apparaît ici dès qu’il y en a.</translation>
    </message>
    <message>
        <source>Close a month…</source>
        <translation>Clôturer un mois…</translation>
    </message>
</context>
<context>
    <name>ClearingDialog</name>
    <message>
        <source>Undeposited funds in {currency}</source>
        <translation>Fonds non déposés en {currency}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ancienneté</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation>{n} jour</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} jours</translation>
    </message>
    <message>
        <source>and {n} more rows</source>
        <translation>et {n} autres lignes</translation>
    </message>
    <message>
        <source>There is nothing on its way.</source>
        <translation>Rien n’est en route.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Keep fbrecon in the tray?</source>
        <translation>Garder fbrecon dans la zone de notification&#x202f;?</translation>
    </message>
    <message>
        <source>There it goes on looking for payments, and tells you when something needs you. Without it, nothing is looked for until you start fbrecon again. You can change this in Settings; Ctrl+Q always ends fbrecon.</source>
        <translation>Il continue d’y chercher des paiements et vous prévient quand quelque chose est à traiter. Sans cela, rien n’est cherché avant que vous ne relanciez fbrecon. Vous pouvez changer cela dans les Paramètres&#x202f;; Ctrl+Q ferme toujours fbrecon.</translation>
    </message>
    <message>
        <source>Keep it in the tray</source>
        <translation>L’y garder</translation>
    </message>
    <message>
        <source>End fbrecon</source>
        <translation>Quitter fbrecon</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close a month</source>
        <translation>Clôturer un mois</translation>
    </message>
    <message>
        <source>Closing locks what undeposited funds came to. Whatever changes in that time afterwards is told with its sum, and fbrecon writes nothing into it.</source>
        <translation>La clôture fige le solde des fonds non déposés. Ce qui change ensuite dans cette période est signalé avec son montant, et fbrecon n’y écrit plus rien.</translation>
    </message>
    <message>
        <source>Up to the end of</source>
        <translation>Jusqu’à la fin de</translation>
    </message>
    <message>
        <source>Close the month</source>
        <translation>Clôturer le mois</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>I agree with these figures</source>
        <translation>J’approuve ces chiffres</translation>
    </message>
    <message>
        <source>I agree, although they are not proven by the ledger</source>
        <translation>J’approuve, bien que le grand livre ne les prouve pas</translation>
    </message>
    <message>
        <source>Undeposited funds on {day}</source>
        <translation>Fonds non déposés au {day}</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>Devrait être</translation>
    </message>
    <message>
        <source>In the ledger</source>
        <translation>Grand livre</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>{n} payment, payout, entry or posting is locked with them.</source>
        <translation>{n} paiement, versement, écriture ou mouvement est figé avec eux.</translation>
    </message>
    <message>
        <source>{n} payments, payouts, entries and postings are locked with them.</source>
        <translation>{n} paiements, versements, écritures et mouvements sont figés avec eux.</translation>
    </message>
    <message>
        <source>Closed up to {day}</source>
        <translation>Clôturé jusqu’au {day}</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Rouvrir</translation>
    </message>
</context>
<context>
    <name>Companies</name>
    <message>
        <source>Remove {name}?</source>
        <translation>Supprimer {name}&#x202f;?</translation>
    </message>
    <message>
        <source>The company file and its backups on this computer are deleted, with all decisions made here, and fbrecon forgets how to sign in there. Nothing changes in FreshBooks or on the platform.</source>
        <translation>Le fichier de la société et ses sauvegardes sur cet ordinateur sont supprimés, avec toutes les décisions prises ici, et fbrecon oublie comment s’y connecter. Rien ne change dans FreshBooks ni sur la plateforme.</translation>
    </message>
    <message>
        <source>Remove this company</source>
        <translation>Supprimer cette société</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>La garder</translation>
    </message>
</context>
<context>
    <name>CompanyButton</name>
    <message>
        <source>Company: {name}</source>
        <translation>Société&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Company: none yet</source>
        <translation>Société&#xa0;: aucune pour l’instant</translation>
    </message>
    <message>
        <source>Shows the other companies</source>
        <translation>Montre les autres sociétés</translation>
    </message>
</context>
<context>
    <name>CompanyMenu</name>
    <message>
        <source>Companies</source>
        <translation>Sociétés</translation>
    </message>
    <message>
        <source>Add a company…</source>
        <translation>Ajouter une société…</translation>
    </message>
    <message>
        <source>Remove this company…</source>
        <translation>Supprimer cette société…</translation>
    </message>
</context>
<context>
    <name>CountsCard</name>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Invoice lines</source>
        <translation>Lignes de facture</translation>
    </message>
    <message>
        <source>Payments in FreshBooks</source>
        <translation>Paiements dans FreshBooks</translation>
    </message>
    <message>
        <source>Platform payments</source>
        <translation>Paiements de la plateforme</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Versements</translation>
    </message>
    <message>
        <source>Made on the platform, so not in FreshBooks: {invoices}, {customers}.</source>
        <translation>Créés sur la plateforme, donc absents de FreshBooks&#xa0;: {invoices}, {customers}.</translation>
    </message>
    <message>
        <source>{n} invoice</source>
        <translation>{n} facture</translation>
    </message>
    <message>
        <source>{n} invoices</source>
        <translation>{n} factures</translation>
    </message>
    <message>
        <source>{n} customer</source>
        <translation>{n} client</translation>
    </message>
    <message>
        <source>{n} customers</source>
        <translation>{n} clients</translation>
    </message>
</context>
<context>
    <name>CustomerDetailView</name>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Id in FreshBooks</source>
        <translation>Identifiant dans FreshBooks</translation>
    </message>
    <message>
        <source>Id on the platform</source>
        <translation>Identifiant sur la plateforme</translation>
    </message>
    <message>
        <source>The platform knows this customer as {there}. Customers cannot be changed there by other programs.</source>
        <translation>La plateforme connaît ce client sous le nom {there}. Les autres programmes ne peuvent pas y modifier les clients.</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>No customers yet</source>
        <translation>Aucun client pour l’instant</translation>
    </message>
    <message>
        <source>Connect FreshBooks, and your customers appear here.</source>
        <translation>Connectez FreshBooks, et vos clients apparaissent ici.</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>Aller à l’accueil</translation>
    </message>
    <message>
        <source>They appear here as the first copy reads them.</source>
        <translation>Ils apparaissent ici à mesure que la première copie les lit.</translation>
    </message>
</context>
<context>
    <name>DepositDetailView</name>
    <message>
        <source>Decide under Reconcile</source>
        <translation>Décider sous Rapprocher</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Compte bancaire</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Versements</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Paiements</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>En banque</translation>
    </message>
    <message>
        <source>It shows no payout that is known.</source>
        <translation>Elle ne montre aucun versement connu.</translation>
    </message>
    <message>
        <source>Not explained</source>
        <translation>Non expliqué</translation>
    </message>
    <message>
        <source>On the bank statement</source>
        <translation>Sur le relevé bancaire</translation>
    </message>
</context>
<context>
    <name>DepositsPage</name>
    <message>
        <source>No bank lines yet</source>
        <translation>Aucune ligne bancaire pour l’instant</translation>
    </message>
    <message>
        <source>Import a statement of the bank account that receives the payouts, and each line appears here with the payout that it shows.</source>
        <translation>Importez un relevé du compte bancaire qui reçoit les versements&#xa0;: chaque ligne apparaît ici avec le versement qu’elle montre.</translation>
    </message>
</context>
<context>
    <name>DetailFrame</name>
    <message>
        <source>It cannot be shown.</source>
        <translation>Impossible de l’afficher.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Qu’est-ce que c’est&#x202f;?</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Files and backups</source>
        <translation>Fichiers et sauvegardes</translation>
    </message>
    <message>
        <source>Company files, their backups and the log lie in one folder. The company files are not encrypted: use the encryption of your disk.</source>
        <translation>Les fichiers des sociétés, leurs sauvegardes et le journal se trouvent dans un dossier. Les fichiers des sociétés ne sont pas chiffrés&#xa0;: utilisez le chiffrement de votre disque.</translation>
    </message>
    <message>
        <source>This program keeps no files.</source>
        <translation>Ce programme ne garde aucun fichier.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sauvegardes…</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Afficher le journal</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter by state</source>
        <translation>Filtrer par état</translation>
    </message>
    <message>
        <source>Filter by period</source>
        <translation>Filtrer par période</translation>
    </message>
    <message>
        <source>Filter by currency</source>
        <translation>Filtrer par devise</translation>
    </message>
    <message>
        <source>All currencies</source>
        <translation>Toutes les devises</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Qu’est-ce que c’est&#x202f;?</translation>
    </message>
</context>
<context>
    <name>FreshBooksCard</name>
    <message>
        <source>Progress of the first copy</source>
        <translation>Avancement de la première copie</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Sign in once in a window of this program. fbrecon then keeps a copy of your customers, invoices and payments on this computer.</source>
        <translation>Connectez-vous une fois dans une fenêtre de ce programme. fbrecon garde ensuite une copie de vos clients, factures et paiements sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Connect to FreshBooks</source>
        <translation>Se connecter à FreshBooks</translation>
    </message>
    <message>
        <source>First copy</source>
        <translation>Première copie</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>The copy on this computer is complete and kept up to date.</source>
        <translation>La copie sur cet ordinateur est complète et tenue à jour.</translation>
    </message>
    <message>
        <source>Reconnect needed</source>
        <translation>Reconnexion nécessaire</translation>
    </message>
    <message>
        <source>FreshBooks no longer accepts the sign-in.</source>
        <translation>FreshBooks n’accepte plus la connexion.</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>{n} invoice copied so far</source>
        <translation>{n} facture copiée jusqu’ici</translation>
    </message>
    <message>
        <source>{n} invoices copied so far</source>
        <translation>{n} factures copiées jusqu’ici</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>being copied</source>
        <translation>en cours de copie</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>Last 12 months: {recent}  ·  Older history: {older}</source>
        <translation>12 derniers mois&#xa0;: {recent}  ·  Historique&#xa0;: {older}</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>Help page</source>
        <translation>Page d’aide</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help – fbrecon</source>
        <translation>Aide – fbrecon</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Chercher dans l’aide</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Nothing is found. Try another word.</source>
        <translation>Rien n’a été trouvé. Essayez un autre mot.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation>Avancement de la synchronisation</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
    <message>
        <source>Resume syncing</source>
        <translation>Reprendre la synchronisation</translation>
    </message>
    <message>
        <source>Reads and writes</source>
        <translation>Lit et écrit</translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation>Lit seulement</translation>
    </message>
    <message>
        <source>{n} thing needs you</source>
        <translation>{n} point à traiter</translation>
    </message>
    <message>
        <source>{n} things need you</source>
        <translation>{n} points à traiter</translation>
    </message>
    <message>
        <source>Nothing is lost meanwhile; these wait until you decide.</source>
        <translation>Rien n’est perdu entre-temps&#x202f;; ils attendent votre décision.</translation>
    </message>
    <message>
        <source>Nothing is read or written by itself. Sync now works all the same.</source>
        <translation>Rien n’est lu ni écrit de soi-même. Synchroniser fonctionne quand même.</translation>
    </message>
    <message>
        <source>No sync has run yet.</source>
        <translation>Aucune synchronisation n’a encore eu lieu.</translation>
    </message>
    <message>
        <source>A sync is running since {when}.</source>
        <translation>Une synchronisation est en cours depuis {when}.</translation>
    </message>
    <message>
        <source>Last sync {when}: {sentence}</source>
        <translation>Dernière synchronisation {when}&#xa0;: {sentence}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Cancel sync</source>
        <translation>Arrêter la synchronisation</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Connect FreshBooks first.</source>
        <translation>Connectez d’abord FreshBooks.</translation>
    </message>
    <message>
        <source>The sync did not finish everything</source>
        <translation>La synchronisation n’a pas tout terminé</translation>
    </message>
    <message>
        <source>The sync failed</source>
        <translation>La synchronisation a échoué</translation>
    </message>
</context>
<context>
    <name>HowOftenCard</name>
    <message>
        <source>How often</source>
        <translation>Fréquence</translation>
    </message>
    <message>
        <source>While this window is open, fbrecon reads both services by itself.</source>
        <translation>Tant que cette fenêtre est ouverte, fbrecon lit les deux services de lui-même.</translation>
    </message>
    <message>
        <source>Invoices and customers</source>
        <translation>Factures et clients</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Paiements</translation>
    </message>
</context>
<context>
    <name>ImportFileDialog</name>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c’est</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Paiements</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Versements</translation>
    </message>
    <message>
        <source>Bank statement</source>
        <translation>Relevé bancaire</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>As the file tells</source>
        <translation>Comme le fichier le dit</translation>
    </message>
    <message>
        <source>Day first: 31/12/2026</source>
        <translation>Jour d’abord&#xa0;: 31/12/2026</translation>
    </message>
    <message>
        <source>Month first: 12/31/2026</source>
        <translation>Mois d’abord&#xa0;: 12/31/2026</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Décimales</translation>
    </message>
    <message>
        <source>After a point: 1,234.50</source>
        <translation>Après un point&#xa0;: 1,234.50</translation>
    </message>
    <message>
        <source>After a comma: 1.234,50</source>
        <translation>Après une virgule&#xa0;: 1.234,50</translation>
    </message>
    <message>
        <source>Such as USD</source>
        <translation>Par exemple USD</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>A name keeps these answers for the next such file</source>
        <translation>Un nom conserve ces réponses pour le prochain fichier de ce genre</translation>
    </message>
    <message>
        <source>Keep as</source>
        <translation>Conserver sous</translation>
    </message>
    <message>
        <source>Which column is which</source>
        <translation>Quelle colonne est laquelle</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>Les premières lignes du fichier</translation>
    </message>
    <message>
        <source>How they are understood</source>
        <translation>Comment elles sont comprises</translation>
    </message>
    <message>
        <source>How the first rows are understood</source>
        <translation>Comment les premières lignes sont comprises</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>read with the mapping “{name}”</source>
        <translation>lu avec le modèle «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>absent du fichier</translation>
    </message>
    <message>
        <source>Row {row}{field}: {problem}</source>
        <translation>Ligne {row}{field}&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>et {n} autres</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {unchanged} here already, {skipped} left out, {failed} could not be read.</source>
        <translation>{new} nouveaux, {changed} modifiés, {unchanged} déjà là, {skipped} laissés de côté, {failed} illisibles.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Sync now: each payment is looked for in FreshBooks.</source>
        <translation>Synchronisez maintenant&#xa0;: chaque paiement est cherché dans FreshBooks.</translation>
    </message>
    <message>
        <source>Look at Payouts; import the bank statement to see them arrive.</source>
        <translation>Voyez les versements&#x202f;; importez le relevé bancaire pour les voir arriver.</translation>
    </message>
    <message>
        <source>Look at Reconcile: each line shows which payout it is.</source>
        <translation>Voyez Rapprocher&#xa0;: chaque ligne montre quel versement elle est.</translation>
    </message>
</context>
<context>
    <name>IntroPage</name>
    <message>
        <source>Yes, or I am not sure</source>
        <translation>Oui, ou je ne suis pas sûr</translation>
    </message>
    <message>
        <source>No, bank lines are typed in or left out</source>
        <translation>Non, les lignes bancaires sont saisies ou omises</translation>
    </message>
    <message>
        <source>Write an entry for each payout; what is not certain waits for me</source>
        <translation>Passer une écriture par versement&#x202f;; ce qui n’est pas certain m’attend</translation>
    </message>
    <message>
        <source>Record the platform&apos;s fees as expenses, filed under</source>
        <translation>Enregistrer les frais de la plateforme en dépenses, classées sous</translation>
    </message>
    <message>
        <source>Category of the fees</source>
        <translation>Catégorie des frais</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Reading the chart of accounts from FreshBooks…</source>
        <translation>Lecture du plan comptable dans FreshBooks…</translation>
    </message>
    <message>
        <source>Three accounts of your books take part: one where collected money waits until the platform pays it out, the bank account it is paid into, and the one for the platform&apos;s fees. Nothing is written before the last page.</source>
        <translation>Trois comptes sont concernés&#xa0;: celui où l’argent encaissé attend que la plateforme le verse, le compte bancaire où il est versé, et celui des frais de la plateforme. Rien n’est écrit avant la dernière page.</translation>
    </message>
    <message>
        <source>Does FreshBooks import this bank account by itself (a bank feed)?</source>
        <translation>FreshBooks importe-t-il ce compte bancaire de lui-même (flux bancaire)&#x202f;?</translation>
    </message>
    <message>
        <source>Then the bank line itself is the record of the payout, and you match it in FreshBooks. fbrecon writes no entry for it: the same money would be booked twice, once by the feed and once by the entry.</source>
        <translation>Alors la ligne bancaire est elle-même l’enregistrement du versement, et vous la rapprochez dans FreshBooks. fbrecon ne passe aucune écriture&#xa0;: le même argent serait comptabilisé deux fois, par le flux et par l’écriture.</translation>
    </message>
    <message>
        <source>Then a payout is on the books only once somebody enters it. This FreshBooks plan or sign-in has no journal entries, so fbrecon cannot; it shows what each payout consists of, ready to be typed in.</source>
        <translation>Alors un versement n’est dans les comptes que lorsque quelqu’un le saisit. Cette formule ou cet accès FreshBooks n’a pas d’écritures de journal, donc fbrecon ne le peut pas&#x202f;; il montre de quoi chaque versement est fait, prêt à être saisi.</translation>
    </message>
    <message>
        <source>Then the payout is on the books only if an entry is made for it. fbrecon shows what each payout consists of.</source>
        <translation>Alors le versement n’est dans les comptes que si une écriture est passée pour lui. fbrecon montre de quoi chaque versement est fait.</translation>
    </message>
</context>
<context>
    <name>InvoiceDetailView</name>
    <message>
        <source>Open in FreshBooks</source>
        <translation>Ouvrir dans FreshBooks</translation>
    </message>
    <message>
        <source>Invoice {number}</source>
        <translation>Facture {number}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payé</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Restant dû</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation>Sur la plateforme</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Prix unitaire</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Taxes</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>and {n} more lines</source>
        <translation>et {n} autres lignes</translation>
    </message>
    <message>
        <source>This invoice has no lines.</source>
        <translation>Cette facture n’a pas de lignes.</translation>
    </message>
</context>
<context>
    <name>InvoicesPage</name>
    <message>
        <source>No invoices yet</source>
        <translation>Aucune facture pour l’instant</translation>
    </message>
    <message>
        <source>Connect FreshBooks, and your invoices appear here.</source>
        <translation>Connectez FreshBooks, et vos factures apparaissent ici.</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>Aller à l’accueil</translation>
    </message>
    <message>
        <source>They appear here as the first copy reads them, or once you make one.</source>
        <translation>Elles apparaissent ici à mesure que la première copie les lit, ou dès que vous en créez une.</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>It is not in the chart of accounts.</source>
        <translation>Il ne figure pas dans le plan comptable.</translation>
    </message>
    <message>
        <source>FreshBooks decides by itself where a payment goes, and it has put {count} into “{own}”, not into “{chosen}”. An entry has to take the money from where it is.</source>
        <translation>FreshBooks décide lui-même où va un paiement, et il a mis {count} dans «&#x202f;{own}&#x202f;», et non dans «&#x202f;{chosen}&#x202f;». Une écriture doit prendre l’argent là où il est.</translation>
    </message>
    <message>
        <source>{n} payment</source>
        <translation>{n} paiement</translation>
    </message>
    <message>
        <source>{n} payments</source>
        <translation>{n} paiements</translation>
    </message>
    <message>
        <source>Use “{own}” instead</source>
        <translation>Utiliser plutôt «&#x202f;{own}&#x202f;»</translation>
    </message>
    <message>
        <source>The simpler way: payments stay where they are until they are paid out.</source>
        <translation>Le plus simple&#xa0;: les paiements restent où ils sont jusqu’au versement.</translation>
    </message>
    <message>
        <source>Pass the money through “{chosen}”</source>
        <translation>Faire passer l’argent par «&#x202f;{chosen}&#x202f;»</translation>
    </message>
    <message>
        <source>Each payout&apos;s entry first moves it there, so that you see it pass.</source>
        <translation>L’écriture de chaque versement l’y déplace d’abord, pour que vous le voyiez passer.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keys on this page</source>
        <translation>Touches de cette page</translation>
    </message>
</context>
<context>
    <name>LanguageCard</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Takes effect when fbrecon is started again. Files and logs stay as they are.</source>
        <translation>Prend effet au prochain démarrage de fbrecon. Les fichiers et les journaux restent tels quels.</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Log, the newest line last</source>
        <translation>Journal, la dernière ligne en bas</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>What happened, without secrets, names or sums. Whatever still looks like a secret is taken out once more here.</source>
        <translation>Ce qui s’est passé, sans secrets, noms ni montants. Ce qui ressemble encore à un secret est retiré une fois de plus ici.</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Le journal est vide.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Enregistré sous {name}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Paiements</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Versements</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Dépôts</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>Rapprocher</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Money by week</source>
        <translation>L’argent par semaine</translation>
    </message>
    <message>
        <source>Currency of the plot</source>
        <translation>Devise du graphique</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Encaissé</translation>
    </message>
    <message>
        <source>Paid out to the bank</source>
        <translation>Viré à la banque</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Nothing was collected or paid out in the last {n} weeks. Once a customer pays through the platform, each week shows here what came in, what went to the bank, and what share of it fees took.</source>
        <translation>Rien n’a été encaissé ni versé au cours des {n} dernières semaines. Dès qu’un client paie par la plateforme, chaque semaine montre ici ce qui est entré, ce qui est allé à la banque et la part prise par les frais.</translation>
    </message>
    <message>
        <source>{share} of the payments paid out</source>
        <translation>{share} des paiements versés</translation>
    </message>
    <message>
        <source>No payout of these weeks tells its fees.</source>
        <translation>Aucun versement de ces semaines n’indique ses frais.</translation>
    </message>
    <message>
        <source>In {n} weeks {collected} were collected and {paid_out} paid out.</source>
        <translation>En {n} semaines, {collected} ont été encaissés et {paid_out} versés.</translation>
    </message>
    <message>
        <source>Most was collected in the week of {day}: {sum}.</source>
        <translation>Le plus a été encaissé dans la semaine du {day}&#xa0;: {sum}.</translation>
    </message>
    <message>
        <source>Fees took {share}.</source>
        <translation>Les frais ont pris {share}.</translation>
    </message>
    <message>
        <source>The arrow keys walk through the weeks.</source>
        <translation>Les flèches parcourent les semaines.</translation>
    </message>
    <message>
        <source>{from_} to {until}: collected {collected}, paid out {paid_out}.</source>
        <translation>Du {from_} au {until}&#xa0;: {collected} encaissés, {paid_out} versés.</translation>
    </message>
    <message>
        <source>This week so far, {week}</source>
        <translation>Cette semaine jusqu’ici&#xa0;: {week}</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>These are not the real services: nothing here touches real books.</source>
        <translation>Ce ne sont pas les vrais services&#xa0;: rien ici ne touche de vrais comptes.</translation>
    </message>
</context>
<context>
    <name>NavigationButton</name>
    <message>
        <source>{name}, {n} waiting</source>
        <translation>{name}, {n} en attente</translation>
    </message>
</context>
<context>
    <name>NoticesCard</name>
    <message>
        <source>In the background</source>
        <translation>En arrière-plan</translation>
    </message>
    <message>
        <source>Tell me when something new needs me</source>
        <translation>Me prévenir quand il y a du nouveau à traiter</translation>
    </message>
    <message>
        <source>Keep fbrecon in the tray when I close the window</source>
        <translation>Garder fbrecon dans la zone de notification quand je ferme la fenêtre</translation>
    </message>
    <message>
        <source>Start fbrecon when I sign in to this computer</source>
        <translation>Démarrer fbrecon quand j’ouvre ma session sur cet ordinateur</translation>
    </message>
    <message>
        <source>One notice for all, none while a sync runs. Started when you sign in, it begins in the tray. Ctrl+Q always ends fbrecon.</source>
        <translation>Un seul avis pour tout, aucun pendant une synchronisation. Démarré à l’ouverture de la session, il commence dans la zone de notification. Ctrl+Q quitte toujours fbrecon.</translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends fbrecon, and it starts with its window open.</source>
        <translation>Ce bureau n’a pas de zone de notification&#xa0;: fermer la fenêtre quitte donc fbrecon, et il démarre avec sa fenêtre ouverte.</translation>
    </message>
</context>
<context>
    <name>OwnBrowser</name>
    <message>
        <source>Address to open</source>
        <translation>Adresse à ouvrir</translation>
    </message>
    <message>
        <source>Open in my browser</source>
        <translation>Ouvrir dans mon navigateur</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Address of the last page</source>
        <translation>Adresse de la dernière page</translation>
    </message>
    <message>
        <source>Finish signing in</source>
        <translation>Terminer la connexion</translation>
    </message>
    <message>
        <source>1. Sign in with your own browser</source>
        <translation>1. Connectez-vous avec votre propre navigateur</translation>
    </message>
    <message>
        <source>This is the safest way: fbrecon never sees what you type, and your browser knows your saved passwords.</source>
        <translation>C’est le plus sûr&#xa0;: fbrecon ne voit jamais ce que vous tapez, et votre navigateur connaît vos mots de passe.</translation>
    </message>
    <message>
        <source>2. Paste the last address here</source>
        <translation>2. Collez ici la dernière adresse</translation>
    </message>
    <message>
        <source>After you allowed access, the browser shows a page that cannot be opened. That is expected. Copy its whole address from the browser&apos;s address bar.</source>
        <translation>Une fois l’accès autorisé, le navigateur affiche une page qui ne s’ouvre pas. C’est normal. Copiez son adresse entière depuis la barre d’adresse.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address and open it yourself.</source>
        <translation>Aucun navigateur n’a pu être ouvert. Copiez l’adresse et ouvrez-la vous-même.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>This is a page on the way. Sign in and allow access first, then copy the address of the page after that.</source>
        <translation>C’est une page intermédiaire. Connectez-vous et autorisez d’abord l’accès, puis copiez l’adresse de la page suivante.</translation>
    </message>
</context>
<context>
    <name>PaymentStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Which invoice…</source>
        <translation>Quelle facture…</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>On the platform: {state}, {method}, {day}</source>
        <translation>Sur la plateforme&#xa0;: {state}, {method}, {day}</translation>
    </message>
    <message>
        <source>On the platform: not there</source>
        <translation>Sur la plateforme&#xa0;: absent</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>non enregistré</translation>
    </message>
    <message>
        <source>In FreshBooks: {there}, invoice {invoice}; {posting}</source>
        <translation>Dans FreshBooks&#xa0;: {there}, facture {invoice}&#x202f;; {posting}</translation>
    </message>
    <message>
        <source>Approve {n} ({sums})</source>
        <translation>Approuver {n} ({sums})</translation>
    </message>
    <message>
        <source>Dismiss {n}</source>
        <translation>Écarter {n}</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>No payments yet</source>
        <translation>Aucun paiement pour l’instant</translation>
    </message>
    <message>
        <source>Connect FreshBooks and the platform, and payments of both appear here.</source>
        <translation>Connectez FreshBooks et la plateforme, et les paiements des deux apparaissent ici.</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>Aller à l’accueil</translation>
    </message>
    <message>
        <source>A payment appears here within minutes of being collected.</source>
        <translation>Un paiement apparaît ici quelques minutes après son encaissement.</translation>
    </message>
    <message>
        <source>Dismiss?</source>
        <translation>Écarter&#x202f;?</translation>
    </message>
    <message>
        <source>fbrecon will not write this to FreshBooks. The customer&apos;s payment itself is not touched: {sums}.</source>
        <translation>fbrecon n’écrira pas cela dans FreshBooks. Le paiement du client lui-même n’est pas touché&#xa0;: {sums}.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>PayoutChooser</name>
    <message>
        <source>Choose a payout</source>
        <translation>Choisir un versement</translation>
    </message>
    <message>
        <source>Sum, day or id of a payout</source>
        <translation>Montant, jour ou identifiant d’un versement</translation>
    </message>
    <message>
        <source>Payouts, the likeliest first</source>
        <translation>Versements, le plus probable d’abord</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Rapprocher</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Choose the payout that came in these lines.</source>
        <translation>Choisissez le versement arrivé par ces lignes.</translation>
    </message>
    <message>
        <source>Enter takes one. If the line is the sum of several, tick each with Space first.</source>
        <translation>Entrée en prend un. Si la ligne est la somme de plusieurs, cochez d’abord chacun avec Espace.</translation>
    </message>
    <message>
        <source>Press Enter once more to match them all the same.</source>
        <translation>Appuyez encore une fois sur Entrée pour les rapprocher malgré tout.</translation>
    </message>
    <message>
        <source>No payout that is on its way or paid fits that.</source>
        <translation>Aucun versement en route ou payé ne convient.</translation>
    </message>
    <message>
        <source>Those cannot be compared.</source>
        <translation>Ils ne sont pas comparables.</translation>
    </message>
    <message>
        <source>{n} payout</source>
        <translation>{n} versement</translation>
    </message>
    <message>
        <source>{n} payouts</source>
        <translation>{n} versements</translation>
    </message>
    <message>
        <source>The difference is exactly its {parts}.</source>
        <translation>L’écart est exactement&#xa0;: {parts}.</translation>
    </message>
    <message>
        <source>To the cent.</source>
        <translation>Au centime près.</translation>
    </message>
</context>
<context>
    <name>PayoutDetailView</name>
    <message>
        <source>Fees: {state}</source>
        <translation>Frais&#xa0;: {state}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>and {n} more lines</source>
        <translation>et {n} autres lignes</translation>
    </message>
    <message>
        <source>The platform does not show what this payout is made of.</source>
        <translation>La plateforme ne montre pas de quoi ce versement est fait.</translation>
    </message>
    <message>
        <source>Not explained by its lines</source>
        <translation>Non expliqué par ses lignes</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>En banque</translation>
    </message>
    <message>
        <source>Ledger account</source>
        <translation>Compte du grand livre</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Crédit</translation>
    </message>
</context>
<context>
    <name>PayoutsPage</name>
    <message>
        <source>Save entries to type in…</source>
        <translation>Enregistrer les écritures à saisir…</translation>
    </message>
    <message>
        <source>Save entries to type in</source>
        <translation>Enregistrer les écritures à saisir</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>{n} payout</source>
        <translation>{n} versement</translation>
    </message>
    <message>
        <source>{n} payouts</source>
        <translation>{n} versements</translation>
    </message>
    <message>
        <source>{name} is written, with {written}. {left} left out: each says why.</source>
        <translation>{name} est écrit, avec {written}. {left} omis&#xa0;: chacun dit pourquoi.</translation>
    </message>
    <message>
        <source>{name} is written, with {written}.</source>
        <translation>{name} est écrit, avec {written}.</translation>
    </message>
    <message>
        <source>{n} payout is</source>
        <translation>{n} versement</translation>
    </message>
    <message>
        <source>{n} payouts are</source>
        <translation>{n} versements</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>No payouts yet</source>
        <translation>Aucun versement pour l’instant</translation>
    </message>
    <message>
        <source>Connect the platform, and what it pays out to the bank appears here.</source>
        <translation>Connectez la plateforme, et ce qu’elle verse à la banque apparaît ici.</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>Aller à l’accueil</translation>
    </message>
    <message>
        <source>A payout appears here with the payments and fees it is made of.</source>
        <translation>Un versement apparaît ici avec les paiements et les frais dont il est fait.</translation>
    </message>
</context>
<context>
    <name>PlatformCard</name>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Collected payments are read every few minutes, open invoices every hour.</source>
        <translation>Les encaissements sont lus toutes les quelques minutes, les factures ouvertes toutes les heures.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>The platform no longer accepts the key.</source>
        <translation>La plateforme n’accepte plus la clé.</translation>
    </message>
    <message>
        <source>Enter the key again</source>
        <translation>Saisir de nouveau la clé</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Enter the API key from the platform&apos;s dashboard. It is checked at once and kept encrypted on this computer.</source>
        <translation>Saisissez la clé d’API du tableau de bord de la plateforme. Elle est vérifiée aussitôt et conservée chiffrée sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Enter API key</source>
        <translation>Saisir la clé d’API</translation>
    </message>
</context>
<context>
    <name>PlatformKeyDialog</name>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client secret</translation>
    </message>
    <message>
        <source>Treat it like a password. It is sent to the platform only.</source>
        <translation>Traitez-le comme un mot de passe. Il n’est envoyé qu’à la plateforme.</translation>
    </message>
    <message>
        <source>Another company of mine uses this key, too</source>
        <translation>Une autre de mes sociétés utilise aussi cette clé</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Look again</source>
        <translation>Regarder de nouveau</translation>
    </message>
    <message>
        <source>Write this</source>
        <translation>Écrire ceci</translation>
    </message>
    <message>
        <source>Reads both services first, and writes only what is shown here.</source>
        <translation>Lit d’abord les deux services, et n’écrit que ce qui est montré ici.</translation>
    </message>
    <message>
        <source>There is no preview</source>
        <translation>Pas d’aperçu</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>Aller à l’accueil</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>What the next sync would write, from what was read {when}.</source>
        <translation>Ce que la prochaine synchronisation écrirait, d’après ce qui a été lu {when}.</translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation>Rien à écrire</translation>
    </message>
    <message>
        <source>{n} write</source>
        <translation>{n} écriture</translation>
    </message>
    <message>
        <source>{n} writes</source>
        <translation>{n} écritures</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>et {n} autres</translation>
    </message>
    <message>
        <source>Invoice {number}: {before} → {after} outstanding.</source>
        <translation>Facture {number}&#xa0;: {before} → {after} restant dû.</translation>
    </message>
    <message>
        <source>Cannot simply be undone: {why}</source>
        <translation>Ne peut être simplement annulé&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Soldes</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>{n} thing waits and is not written</source>
        <translation>{n} point attend et n’est pas écrit</translation>
    </message>
    <message>
        <source>{n} things wait and are not written</source>
        <translation>{n} points attendent et ne sont pas écrits</translation>
    </message>
    <message>
        <source>See what needs you</source>
        <translation>Voir ce qui est à traiter</translation>
    </message>
    <message>
        <source>Written as shown</source>
        <translation>Écrit comme montré</translation>
    </message>
    <message>
        <source>Something it was built on has changed. This is the new preview.</source>
        <translation>Un élément de départ a changé. Voici le nouvel aperçu.</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Receipt</source>
        <translation>Justificatif</translation>
    </message>
    <message>
        <source>Open in FreshBooks</source>
        <translation>Ouvrir dans FreshBooks</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation>Sur la plateforme</translation>
    </message>
    <message>
        <source>In FreshBooks</source>
        <translation>Dans FreshBooks</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>not by fbrecon</source>
        <translation>pas par fbrecon</translation>
    </message>
    <message>
        <source>not from this company file</source>
        <translation>pas de ce fichier de société</translation>
    </message>
    <message>
        <source>once</source>
        <translation>une fois</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} fois</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Enregistrer le justificatif</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>Page (*.html)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name} est écrit.</translation>
    </message>
</context>
<context>
    <name>ReconcilePage</name>
    <message>
        <source>Rules…</source>
        <translation>Règles…</translation>
    </message>
    <message>
        <source>Texts that are not ours</source>
        <translation>Textes qui ne sont pas à nous</translation>
    </message>
    <message>
        <source>Accept {n} certain…</source>
        <translation>Accepter les {n} certaines…</translation>
    </message>
    <message>
        <source>{n} bank line</source>
        <translation>{n} ligne bancaire</translation>
    </message>
    <message>
        <source>{n} bank lines</source>
        <translation>{n} lignes bancaires</translation>
    </message>
    <message>
        <source>{count}, {sums}. Each agrees to the cent with the payout that is suggested, and no other fits.</source>
        <translation>{count}, {sums}. Chacune concorde au centime près avec le versement suggéré, et aucun autre ne convient.</translation>
    </message>
    <message>
        <source>{n} other suggestion stays for you to decide.</source>
        <translation>{n} autre suggestion reste à votre décision.</translation>
    </message>
    <message>
        <source>{n} other suggestions stay for you to decide.</source>
        <translation>{n} autres suggestions restent à votre décision.</translation>
    </message>
    <message>
        <source>Accept everything certain?</source>
        <translation>Accepter tout ce qui est certain&#x202f;?</translation>
    </message>
    <message>
        <source>U takes all of it back.</source>
        <translation>U annule le tout.</translation>
    </message>
    <message>
        <source>Accept {n}</source>
        <translation>Accepter {n}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>chooses another payout, or several</source>
        <translation>choisit un autre versement, ou plusieurs</translation>
    </message>
    <message>
        <source>rejects this payout; the next best is shown</source>
        <translation>rejette ce versement&#x202f;; le suivant est montré</translation>
    </message>
    <message>
        <source>this line is not ours</source>
        <translation>cette ligne n’est pas à nous</translation>
    </message>
    <message>
        <source>no line with this text is ours</source>
        <translation>aucune ligne ayant ce texte n’est à nous</translation>
    </message>
    <message>
        <source>takes back what was decided on this line, else the last decision</source>
        <translation>annule ce qui a été décidé sur cette ligne, sinon la dernière décision</translation>
    </message>
    <message>
        <source>accepts everything certain, after a summary</source>
        <translation>accepte tout ce qui est certain, après un résumé</translation>
    </message>
    <message>
        <source>shows payments and fees</source>
        <translation>montre les paiements et les frais</translation>
    </message>
    <message>
        <source>searches</source>
        <translation>cherche</translation>
    </message>
    <message>
        <source>shows these keys</source>
        <translation>montre ces touches</translation>
    </message>
    <message>
        <source>go to another line; with Shift they select several</source>
        <translation>va à une autre ligne&#x202f;; avec Maj, en sélectionne plusieurs</translation>
    </message>
    <message>
        <source>accepts what is shown, or chooses where nothing is</source>
        <translation>accepte ce qui est montré, ou choisit s’il n’y a rien</translation>
    </message>
    <message>
        <source>while choosing: ticks a payout, where a line shows several</source>
        <translation>en choisissant&#xa0;: coche un versement, si une ligne en montre plusieurs</translation>
    </message>
    <message>
        <source>leaves the search, or choosing</source>
        <translation>quitte la recherche ou le choix</translation>
    </message>
    <message>
        <source>takes back the last decision</source>
        <translation>annule la dernière décision</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>{n} more row stands in the file.</source>
        <translation>{n} ligne de plus se trouve dans le fichier.</translation>
    </message>
    <message>
        <source>{n} more rows stand in the file.</source>
        <translation>{n} lignes de plus se trouvent dans le fichier.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Rapprochement</translation>
    </message>
    <message>
        <source>Collected payments</source>
        <translation>Encaissements</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Age of undeposited funds</source>
        <translation>Ancienneté des fonds non déposés</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Classeur Excel</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Ce trimestre</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Le trimestre dernier</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>L’année dernière</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Autres dates</translation>
    </message>
    <message>
        <source>That is no day</source>
        <translation>Ce n’est pas une date</translation>
    </message>
    <message>
        <source>Write the first and the last day as 2026-01-31.</source>
        <translation>Écrivez le premier et le dernier jour ainsi&#xa0;: 2026-01-31.</translation>
    </message>
    <message>
        <source>There is no report</source>
        <translation>Pas de rapport</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>Aller à l’accueil</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>All sums are in {currency}.</source>
        <translation>Tous les montants sont en {currency}.</translation>
    </message>
    <message>
        <source>{first} to {last}, days in {zone}; the services were read {when}.</source>
        <translation>Du {first} au {last}, jours en {zone}&#x202f;; services lus {when}.</translation>
    </message>
    <message>
        <source>In the file as well: {tables}.</source>
        <translation>Également dans le fichier&#xa0;: {tables}.</translation>
    </message>
    <message>
        <source>What this report cannot tell</source>
        <translation>Ce que ce rapport ne peut pas dire</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name} est écrit.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore {name}</source>
        <translation>Restaurer {name}</translation>
    </message>
    <message>
        <source>Copies, the newest first</source>
        <translation>Copies, la plus récente d’abord</translation>
    </message>
    <message>
        <source>I have read what is lost</source>
        <translation>J’ai lu ce qui est perdu</translation>
    </message>
    <message>
        <source>Put this copy back</source>
        <translation>Remettre cette copie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Remove the company instead…</source>
        <translation>Supprimer plutôt la société…</translation>
    </message>
    <message>
        <source>The copy takes the place of the company file. What stands there now is moved aside, not deleted. Afterwards everything is read again, and nothing is recorded in FreshBooks until that is done and a quarter of an hour has passed.</source>
        <translation>La copie prend la place du fichier de la société. Ce qui s’y trouve est mis de côté, pas supprimé. Ensuite tout est relu, et rien n’est enregistré dans FreshBooks avant que ce soit fait et qu’un quart d’heure se soit écoulé.</translation>
    </message>
    <message>
        <source>The company file cannot be read</source>
        <translation>Le fichier de la société est illisible</translation>
    </message>
    <message>
        <source>There is no copy that can be used. Connect again to fetch everything anew; payments that were recorded before are recognised in FreshBooks.</source>
        <translation>Aucune copie n’est utilisable. Reconnectez-vous pour tout relire&#x202f;; les paiements déjà enregistrés sont reconnus dans FreshBooks.</translation>
    </message>
    <message>
        <source>Putting the copy back…</source>
        <translation>Remise en place de la copie…</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>The copy of {day} is in place. The next sync reads everything again.</source>
        <translation>La copie du {day} est en place. La prochaine synchronisation relit tout.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Existing</source>
        <translation>Existant</translation>
    </message>
    <message>
        <source>New accounts are created in FreshBooks now. The choice can be changed later.</source>
        <translation>Les nouveaux comptes sont créés maintenant dans FreshBooks. Le choix peut être changé plus tard.</translation>
    </message>
    <message>
        <source>Nothing is created in FreshBooks. The choice can be changed later.</source>
        <translation>Rien n’est créé dans FreshBooks. Le choix peut être changé plus tard.</translation>
    </message>
</context>
<context>
    <name>ScheduleCard</name>
    <message>
        <source>Schedule</source>
        <translation>Horaire</translation>
    </message>
    <message>
        <source>Pause syncing…</source>
        <translation>Suspendre la synchronisation…</translation>
    </message>
    <message>
        <source>Resume syncing</source>
        <translation>Reprendre la synchronisation</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Fréquence</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Dernier succès</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Prochaine exécution</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>now due</source>
        <translation>à faire maintenant</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About fbrecon</source>
        <translation>À propos de fbrecon</translation>
    </message>
    <message>
        <source>What fbrecon may write</source>
        <translation>Ce que fbrecon peut écrire</translation>
    </message>
    <message>
        <source>Post payments that are certain without asking</source>
        <translation>Enregistrer sans demander les paiements certains</translation>
    </message>
    <message>
        <source>Payments before this day always wait for approval</source>
        <translation>Les paiements antérieurs à ce jour attendent toujours une approbation</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Change app keys</source>
        <translation>Changer les clés de l’application</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Disconnect FreshBooks</source>
        <translation>Déconnecter FreshBooks</translation>
    </message>
    <message>
        <source>Disconnect Alternative Payments</source>
        <translation>Déconnecter Alternative Payments</translation>
    </message>
    <message>
        <source>Change API key</source>
        <translation>Changer la clé d’API</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Reads and writes</source>
        <translation>Lit et écrit</translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation>Lit seulement</translation>
    </message>
    <message>
        <source>fbrecon puts open invoices on the platform and writes collected payments into FreshBooks, each exactly once.</source>
        <translation>fbrecon met les factures ouvertes sur la plateforme et écrit les encaissements dans FreshBooks, chacun une seule fois.</translation>
    </message>
    <message>
        <source>fbrecon reads, matches and proves. It writes nothing as long as the platform&apos;s own FreshBooks link may be on.</source>
        <translation>fbrecon lit, rapproche et prouve. Il n’écrit rien tant que le lien FreshBooks de la plateforme peut être actif.</translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation>Arrêter l’écriture</translation>
    </message>
    <message>
        <source>Switch on writing…</source>
        <translation>Activer l’écriture…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Connected, first copy under way</source>
        <translation>Connecté, première copie en cours</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Reconnect needed</source>
        <translation>Reconnexion nécessaire</translation>
    </message>
    <message>
        <source>This is not a day</source>
        <translation>Ce n’est pas une date</translation>
    </message>
    <message>
        <source>Write it like 2026-01-31.</source>
        <translation>Écrivez-la ainsi&#xa0;: 2026-01-31.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Connect to FreshBooks</source>
        <translation>Se connecter à FreshBooks</translation>
    </message>
    <message>
        <source>Opening the sign-in page…</source>
        <translation>Ouverture de la page de connexion…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Finishing the sign-in with FreshBooks…</source>
        <translation>Fin de la connexion avec FreshBooks…</translation>
    </message>
    <message>
        <source>Opening the business…</source>
        <translation>Ouverture de l’entreprise…</translation>
    </message>
    <message>
        <source>The sign-in did not work</source>
        <translation>La connexion n’a pas abouti</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again, or use your own browser.</source>
        <translation>Rien n’a été modifié. Réessayez, ou utilisez votre propre navigateur.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The sign-in page did not open</source>
        <translation>La page de connexion ne s’est pas ouverte</translation>
    </message>
    <message>
        <source>This page was not opened</source>
        <translation>Cette page n’a pas été ouverte</translation>
    </message>
    <message>
        <source>This sign-in took longer than ten minutes</source>
        <translation>Cette connexion a pris plus de dix minutes</translation>
    </message>
    <message>
        <source>For your safety each attempt is good for ten minutes only.</source>
        <translation>Pour votre sécurité, chaque tentative ne vaut que dix minutes.</translation>
    </message>
    <message>
        <source>Nothing was changed. Start again when you are ready.</source>
        <translation>Rien n’a été modifié. Recommencez quand vous êtes prêt.</translation>
    </message>
    <message>
        <source>Sign in here instead</source>
        <translation>Se connecter plutôt ici</translation>
    </message>
    <message>
        <source>Use my own browser instead</source>
        <translation>Utiliser plutôt mon navigateur</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>The page tried to open another window; that is not allowed here.</source>
        <translation>La page a voulu ouvrir une autre fenêtre&#x202f;; ce n’est pas permis ici.</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>Step {place} of {count}</source>
        <translation>Étape {place} sur {count}</translation>
    </message>
    <message>
        <source>One more question</source>
        <translation>Encore une question</translation>
    </message>
</context>
<context>
    <name>StoryArea</name>
    <message>
        <source>It cannot be shown.</source>
        <translation>Cela ne peut pas être affiché.</translation>
    </message>
</context>
<context>
    <name>SyncHistoryCard</name>
    <message>
        <source>Sync history</source>
        <translation>Historique des synchronisations</translation>
    </message>
    <message>
        <source>No sync has run yet.</source>
        <translation>Aucune synchronisation n’a encore eu lieu.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Annuler l’écriture…</translation>
    </message>
    <message>
        <source>{n} write</source>
        <translation>{n} écriture</translation>
    </message>
    <message>
        <source>{n} writes</source>
        <translation>{n} écritures</translation>
    </message>
    <message>
        <source>Take back what it wrote: {n}</source>
        <translation>Retirer ce qu’elle a écrit&#xa0;: {n}</translation>
    </message>
    <message>
        <source>Undo what this sync wrote: {n}</source>
        <translation>Annuler ce que cette synchronisation a écrit&#xa0;: {n}</translation>
    </message>
    <message>
        <source>It is under way.</source>
        <translation>En cours.</translation>
    </message>
    <message>
        <source>{resource}: {n} read</source>
        <translation>{resource}&#xa0;: {n} lus</translation>
    </message>
    <message>
        <source>No rows were read.</source>
        <translation>Aucune ligne n’a été lue.</translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>Writing the file</source>
        <translation>Écriture du fichier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Enregistrer en fichier</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Classeur (*.xlsx)</translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation>{n} ligne</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} lignes</translation>
    </message>
    <message>
        <source>{name} is written: {rows}.</source>
        <translation>{name} est écrit&#xa0;: {rows}.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>{done} of {total} rows written</source>
        <translation>{done} lignes écrites sur {total}</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien ici pour l’instant</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation>{n} ligne</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} lignes</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>No row fits this filter.</source>
        <translation>Aucune ligne ne répond à ce filtre.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>{n} row copied</source>
        <translation>{n} ligne copiée</translation>
    </message>
    <message>
        <source>{n} rows copied</source>
        <translation>{n} lignes copiées</translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message>
        <source>Saved filters</source>
        <translation>Filtres enregistrés</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Enregistrer en fichier…</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Enregistrer ce filtre…</translation>
    </message>
    <message>
        <source>Delete a saved filter</source>
        <translation>Supprimer un filtre enregistré</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Comme au début</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Enregistrer ce filtre</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this line</source>
        <translation>Fermer cette ligne</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open fbrecon</source>
        <translation>Ouvrir fbrecon</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Pause syncing</source>
        <translation>Suspendre la synchronisation</translation>
    </message>
    <message>
        <source>Resume syncing</source>
        <translation>Reprendre la synchronisation</translation>
    </message>
    <message>
        <source>End fbrecon</source>
        <translation>Quitter fbrecon</translation>
    </message>
    <message>
        <source>{n} thing needs you</source>
        <translation>{n} point à traiter</translation>
    </message>
    <message>
        <source>{n} things need you</source>
        <translation>{n} points à traiter</translation>
    </message>
    <message>
        <source>syncing is paused</source>
        <translation>synchronisation suspendue</translation>
    </message>
</context>
<context>
    <name>TrialControl</name>
    <message>
        <source>The sandbox is starting…</source>
        <translation>Le bac à sable démarre…</translation>
    </message>
    <message>
        <source>The sandbox was closed; nothing of it is left.</source>
        <translation>Le bac à sable a été fermé&#x202f;; il n’en reste rien.</translation>
    </message>
</context>
<context>
    <name>TrialRow</name>
    <message>
        <source>Try it with the sandbox</source>
        <translation>Essayer avec le bac à sable</translation>
    </message>
    <message>
        <source>Only want to look? The sandbox has made-up books and a made-up platform, on this computer only. Nothing to sign up for.</source>
        <translation>Juste pour voir&#x202f;? Le bac à sable contient des comptes et une plateforme inventés, sur cet ordinateur seulement. Aucune inscription.</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take this back?</source>
        <translation>Annuler cette écriture&#x202f;?</translation>
    </message>
    <message>
        <source>Reading FreshBooks: is it still as it was written?</source>
        <translation>Lecture de FreshBooks&#xa0;: est-ce encore tel qu’écrit&#x202f;?</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Annuler l’écriture</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>La laisser</translation>
    </message>
    <message>
        <source>It has changed since it was written</source>
        <translation>Cela a changé depuis l’écriture</translation>
    </message>
    <message>
        <source>So nothing is taken back. Put it right in FreshBooks or on the platform.</source>
        <translation>Rien n’est donc annulé. Rectifiez dans FreshBooks ou sur la plateforme.</translation>
    </message>
    <message>
        <source>This cannot be taken back</source>
        <translation>Cela ne peut être annulé</translation>
    </message>
    <message>
        <source>The reason stands beneath.</source>
        <translation>Le motif figure ci-dessous.</translation>
    </message>
    <message>
        <source>Take these {n} writes back?</source>
        <translation>Annuler ces {n} écritures&#x202f;?</translation>
    </message>
    <message>
        <source>It still is as it was written. It is not written again by itself afterwards.</source>
        <translation>C’est encore tel qu’écrit. Ce ne sera pas réécrit de soi-même ensuite.</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>It is taken back</source>
        <translation>C’est annulé</translation>
    </message>
    <message>
        <source>It is not taken back yet</source>
        <translation>Ce n’est pas encore annulé</translation>
    </message>
    <message>
        <source>The activity log keeps both, the write and its taking back.</source>
        <translation>Le journal d’activité garde les deux, l’écriture et son annulation.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>et {n} autres</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Tel qu’écrit</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Reste</translation>
    </message>
</context>
<context>
    <name>WeekPlot</name>
    <message>
        <source>Money by week</source>
        <translation>L’argent par semaine</translation>
    </message>
</context>
<context>
    <name>WritingCard</name>
    <message>
        <source>Is the platform&apos;s own FreshBooks link switched off?</source>
        <translation>Le lien FreshBooks de la plateforme est-il désactivé&#x202f;?</translation>
    </message>
    <message>
        <source>While that link is on, fbrecon only reads, matches and proves. Two programs that both write would book the same payment twice. Switch the link off in the platform&apos;s dashboard under Integrations, then confirm it here.</source>
        <translation>Tant que ce lien est actif, fbrecon ne fait que lire, rapprocher et prouver. Deux programmes qui écrivent comptabiliseraient le même paiement deux fois. Désactivez le lien dans le tableau de bord de la plateforme, sous Integrations, puis confirmez-le ici.</translation>
    </message>
    <message>
        <source>Yes, it is switched off</source>
        <translation>Oui, il est désactivé</translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation>Lit seulement</translation>
    </message>
</context>
<context>
    <name>_ClearingLine</name>
    <message>
        <source>Show the rows</source>
        <translation>Afficher les lignes</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>Devrait être</translation>
    </message>
    <message>
        <source>Not checked against the ledger</source>
        <translation>Non vérifié avec le grand livre</translation>
    </message>
    <message>
        <source>In the ledger</source>
        <translation>Grand livre</translation>
    </message>
    <message>
        <source>Proven to the cent</source>
        <translation>Prouvé au centime près</translation>
    </message>
    <message>
        <source>Differs by {sum}</source>
        <translation>Diffère de {sum}</translation>
    </message>
    <message>
        <source>{sum} of {days} days</source>
        <translation>{sum} de {days} jours</translation>
    </message>
    <message>
        <source>{rows}, the oldest of {day}</source>
        <translation>{rows}, la plus ancienne du {day}</translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation>{n} ligne</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} lignes</translation>
    </message>
</context>
<context>
    <name>_Step</name>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>à faire</translation>
    </message>
</context>
</TS>
