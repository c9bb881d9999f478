import os
import sys
sys.path.append(os.curdir)
from pelicanconf import *

SITEURL = 'https://river.example/ana'
RELATIVE_URLS = False
DELETE_OUTPUT_DIRECTORY = True
